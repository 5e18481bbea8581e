/** Load from another thread: connections that each send a request, wait for the whole answer, and send the next. */
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

interface Load {
  readonly port: number
  readonly connections: number
  readonly milliseconds: number
  /** Requests as they go over the wire; taken in turn. */
  readonly requests: readonly string[]
}

export interface Answered {
  readonly answers: number
  readonly failures: number
  readonly milliseconds: number
}

/** Answers a second of a server under this load; a single failure fails it. */
export async function rateUnder(load: Load): Promise<number> {
  const answered = await new Promise<Answered>((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  if (answered.failures > 0) throw new Error(`${answered.failures} requests failed`)
  return (answered.answers * 1000) / answered.milliseconds
}

if (!isMainThread && parentPort) parentPort.postMessage(await run(workerData))

async function run({ port, connections, milliseconds, requests }: Load): Promise<Answered> {
  const began = performance.now()
  const end = began + milliseconds
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, i) => drive(port, requests, i, end)),
  )
  return {
    answers: counts.reduce((sum, { answers }) => sum + answers, 0),
    failures: counts.reduce((sum, { failures }) => sum + failures, 0),
    milliseconds: performance.now() - began,
  }
}

async function drive(port: number, requests: readonly string[], first: number, end: number) {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  let [answers, failures] = [0, 0]
  for (let i = first; performance.now() < end; i++) {
    const isWell = await exchange(socket, requests[i % requests.length] ?? '')
    if (isWell) answers += 1
    else failures += 1
  }
  socket.destroy()
  return { answers, failures }
}

/** One request and its whole answer; whether it was 200. */
function exchange(socket: Socket, request: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (piece: Buffer) => {
      text += piece.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const isWhole =
        length === undefined ? text.endsWith('0\r\n\r\n') : text.length >= head + 4 + Number(length)
      if (!isWhole) return
      socket.off('data', hear)
      socket.off('error', reject)
      resolve(text.startsWith('HTTP/1.1 200'))
    }
    socket.on('data', hear)
    socket.once('error', reject)
    socket.write(request)
  })
}
