/** `cold-start`: from an empty folder to the first answer, demonstration included. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { median, type BenchItem } from '../measure.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PORT = 18_473
const REACH = 60
/** It takes long, and varies little. */
const MOST_RUNS = 3

export const coldStartItem: BenchItem = {
  name: 'cold-start',
  async measure(asked) {
    const runs = Math.min(asked, MOST_RUNS)
    const seconds: number[] = []
    for (let run = 0; run < runs; run++) seconds.push(await startOnce())
    const value = median(seconds)
    const reach = `≤ ${REACH} s`
    return {
      name: 'cold-start',
      value,
      unit: 's',
      reference: null,
      ratio: null,
      reach,
      ok: value <= REACH,
      runs,
    }
  },
}

async function startOnce(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'twinchart-bench-'))
  const began = performance.now()
  const words = ['bin/twinchart.js', 'start', '--demonstration', '--data', data, '--port', `${PORT}`]
  const node = spawn(process.execPath, words, { cwd: ROOT, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => node.once('exit', () => resolve()))
  try {
    while (!(await isReady())) {
      if (node.exitCode !== null) throw new Error(`the node ended with ${node.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return (performance.now() - began) / 1000
  } finally {
    node.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`http://localhost:${PORT}/health/ready`).catch(() => undefined)
  return answer?.ok === true
}
