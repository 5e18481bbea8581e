import type { WriteStream } from 'node:tty'

const BAR_WIDTH = 24
const SECOND = 1_000
const TERMINAL_PAUSE = 100
const OTHER_PAUSE = 5 * SECOND

/** How far something is. */
interface Reached {
  readonly done: number
  /** Undefined where nobody knows. */
  readonly total: number | undefined
  /** Milliseconds since it began. */
  readonly took: number
}

/** A line that shows how far something is, how fast it goes and how long it will take. */
export interface Progress extends Disposable {
  /** So much more is done. */
  advance(by: number): void
}

interface ProgressOptions {
  /** What is done, like `import`. */
  readonly title: string
  /** What is counted, like `bundles`. */
  readonly unit: string
  readonly total?: number
  readonly stream?: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }
  /** Milliseconds, from anywhere. */
  readonly now?: () => number
}

/** On a terminal one line that changes; elsewhere a new one every few seconds, and one at the end. */
export function openProgress(options: ProgressOptions): Progress {
  const { title, unit, total, stream = process.stderr, now = () => performance.now() } = options
  const isTerminal = stream.isTTY === true
  const pause = isTerminal ? TERMINAL_PAUSE : OTHER_PAUSE
  const began = now()
  let [done, shown] = [0, began]
  const show = () => {
    shown = now()
    const line = `${title}  ${toLine({ done, total, took: shown - began }, unit)}`
    stream.write(isTerminal ? `\r\u001B[K${line}` : `${line}\n`)
  }
  return {
    advance(by) {
      done += by
      if (now() - shown >= pause) show()
    },
    [Symbol.dispose]() {
      show()
      if (isTerminal) stream.write('\n')
    },
  }
}

/** `[####----]  50 %  1,000 of 2,000 bundles  250/s  4 s left` */
export function toLine({ done, total, took }: Reached, unit: string): string {
  const rate = took > 0 ? (done * SECOND) / took : 0
  const perSecond = `${rate >= 10 ? count(rate) : rate.toFixed(1)}/s`
  if (total === undefined || total <= 0) return `${count(done)} ${unit}  ${perSecond}`
  const part = Math.min(1, done / total)
  const of = `${count(done)} of ${count(total)} ${unit}`
  return `${bar(part)}  ${Math.floor(part * 100)} %  ${of}  ${perSecond}  ${leftOf(part, rate, total - done)}`
}

function bar(part: number): string {
  const full = Math.floor(part * BAR_WIDTH)
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`
}

function leftOf(part: number, rate: number, rest: number): string {
  if (part >= 1) return 'done'
  return rate > 0 ? `${duration(rest / rate)} left` : 'beginning'
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}
