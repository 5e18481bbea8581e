import { expect, it } from 'vitest'
import { Uploads, type SendFile } from './uploads.ts'

const file = (name: string) => new File(['x'], name)
const steps = (uploads: Uploads) => uploads.files().map(({ progress }) => progress.step)

/** A sender whose every file waits until it is told how it ends. */
function heldSender() {
  const sent: {
    name: string
    end: PromiseWithResolvers<string | undefined>
    onPart: (part: number) => void
  }[] = []
  const send: SendFile = (file, onPart) => {
    const end = Promise.withResolvers<string | undefined>()
    sent.push({ name: file.name, end, onPart })
    return end.promise
  }
  return { sent, send, uploads: new Uploads() }
}

it('sends three at a time, the others wait', async () => {
  const { sent, send, uploads } = heldSender()
  uploads.add(['a', 'b', 'c', 'd'].map(file), send)
  expect(steps(uploads)).toEqual(['sending', 'sending', 'sending', 'waiting'])
  sent[0]?.end.resolve(undefined)
  await expect.poll(() => steps(uploads)).toEqual(['saved', 'sending', 'sending', 'sending'])
  expect(sent.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
})

it('tells the part that is sent', () => {
  const { sent, send, uploads } = heldSender()
  uploads.add([file('a')], send)
  sent[0]?.onPart(0.5)
  expect(uploads.files()[0]?.progress).toEqual({ step: 'sending', part: 0.5 })
})

it('keeps a file that failed, with the reason, and sends it again when told', async () => {
  const { sent, send, uploads } = heldSender()
  uploads.add([file('a')], send)
  sent[0]?.end.reject(new Error('the connection was cut'))
  await expect
    .poll(() => uploads.files()[0]?.progress)
    .toEqual({ step: 'failed', reason: 'the connection was cut' })
  uploads.again(1)
  expect(sent).toHaveLength(2)
})

it('goes on with the others when one fails', async () => {
  const { sent, send, uploads } = heldSender()
  uploads.add(['a', 'b', 'c', 'd'].map(file), send)
  sent[1]?.end.reject(new Error('no'))
  await expect.poll(() => steps(uploads)).toEqual(['sending', 'failed', 'sending', 'sending'])
})

it('forgets a file that is removed, also while it is sent', async () => {
  const { sent, send, uploads } = heldSender()
  uploads.add([file('a'), file('b')], send)
  uploads.remove(1)
  sent[0]?.end.resolve(undefined)
  sent[1]?.end.resolve(undefined)
  await expect.poll(() => steps(uploads)).toEqual(['saved'])
})
