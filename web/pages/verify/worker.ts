/** Checks files away from the page, so that the page stays alive while it does. It asks nobody. */
import { verifyExport, type Report } from '#exchange/model'
import type { Checked, Question } from './checked.ts'

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data))

async function answer({ number, file }: Question): Promise<void> {
  const checked: Checked = { number, report: await reportOf(file) }
  postMessage(checked)
}

/** A file that was moved or is too large for this device is not the same as one that was altered. */
async function reportOf(file: File): Promise<Report | null> {
  try {
    return verifyExport(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return null
  }
}
