import type { Instant } from '#kernel'

/** A day typed as three numbers. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** The day as `2026-03-27`, or undefined where there is no such day. */
export function toDay({ day, month, year }: TypedDay): string | undefined {
  if (!/^\d{4}$/.test(year)) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)
  return exists ? written : undefined
}

export function toTypedDay(written: string): TypedDay {
  const [year = '', month = '', day = ''] = written.split('-')
  return { year, month: unpadded(month), day: unpadded(day) }
}

/** The day that a clock on the wall here shows, as `2026-03-27`. */
export function toLocalDay(at: Instant): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`
}

function unpadded(number: string): string {
  return number.replace(/^0/, '')
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}
