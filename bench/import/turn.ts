/** One turn of an import: how fast it went through a file, and the most memory it had. */
import { readFileSync } from 'node:fs'

const MEBIBYTE = 1024 * 1024

/** Tells the parent how many MiB of Bundles a second, and the most this process ever held of memory. */
export async function tellTurn(work: () => Promise<number>): Promise<void> {
  const began = performance.now()
  const bytes = await work()
  const seconds = (performance.now() - began) / 1000
  process.send?.({ rate: bytes / MEBIBYTE / seconds, mebibytes: mostMemory() / MEBIBYTE })
}

/** proc(5): the high water mark of the resident set, in KiB. */
function mostMemory(): number {
  const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
