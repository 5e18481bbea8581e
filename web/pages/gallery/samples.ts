/** What the gallery shows: fixed, so that two pictures of it can be compared. */
import { DAY, MINUTE, systemClock, toInstant } from '#kernel'
import type { ProofStep, TimelineEntry, TrendPoint } from '../../ui/index.ts'

export const opened = systemClock.now()
export const earlier = (minutes: number) => toInstant(opened - minutes * MINUTE)
export const soon = (minutes: number) => toInstant(opened + minutes * MINUTE)
export const longAgo = toInstant(opened - 400 * DAY)

export const HEALTH_ID = '29014452810637'

export const HBA1C: readonly TrendPoint[] = [
  ['2024-01-14', '8.4', 'high'],
  ['2024-05-02', '8.1', 'high'],
  ['2024-09-20', '7.60', 'high'],
  ['2025-02-11', '7.2', 'normal'],
  ['2025-08-30', '7.3', 'high'],
  ['2026-02-27', '6.9', 'normal'],
].map(([day, written, flag]) => ({
  at: toInstant(Date.parse(`${day}T06:00:00Z`)),
  value: Number(written),
  written: written ?? '',
  flag: flag === 'high' ? 'high' : 'normal',
}))

export const PROOF_STATES: readonly (readonly ProofStep['state'][])[] = [
  ['true', 'checking', 'waiting'],
  ['true', 'true', 'false'],
]

/** The keys of the gallery's words for what an entry is. */
type What =
  | 'fever'
  | 'bloodTest'
  | 'paracetamol'
  | 'pressure'
  | 'vaccine'
  | 'xray'
  | 'diabetes'
  | 'penicillin'
  | 'dressing'
  | 'paper'
  | 'referral'
  | 'meter'
  | 'receipt'
  | 'old'

interface Sample extends Omit<TimelineEntry, 'what' | 'where' | 'visit'> {
  readonly what: What
  readonly inVisit?: boolean
}

export const TIMELINE: readonly Sample[] = [
  { id: '1', kind: 'visit', on: '2026-03-03', what: 'fever', inVisit: true },
  {
    id: '2',
    kind: 'result',
    on: '2026-03-03',
    what: 'bloodTest',
    inVisit: true,
    figure: { value: '92,000', unit: '/cumm', flag: 'very-low' },
  },
  {
    id: '3',
    kind: 'vital-signs',
    on: '2026-03-03',
    what: 'pressure',
    inVisit: true,
    figure: { value: '128/82', unit: 'mmHg', flag: 'normal' },
  },
  { id: '4', kind: 'medicine', on: '2026-03-03', what: 'paracetamol', inVisit: true },
  { id: '5', kind: 'document', on: '2026-01', what: 'paper', added: '2026-03-01' },
  {
    id: '6',
    kind: 'device',
    on: '2026-01-09',
    what: 'meter',
    own: true,
    figure: { value: '148', unit: 'mg/dL', flag: 'high' },
  },
  { id: '7', kind: 'imaging', on: '2025-11-20', what: 'xray' },
  { id: '8', kind: 'immunisation', on: '2025-08-02', what: 'vaccine' },
  {
    id: '9',
    kind: 'result',
    on: '2025-06-12',
    what: 'bloodTest',
    struck: true,
    figure: { value: '4.1', unit: 'g/dL', flag: 'abnormal' },
  },
  { id: '10', kind: 'plan', on: '2025-06-12', what: 'referral' },
  { id: '11', kind: 'procedure', on: '2024-02-28', what: 'dressing' },
  { id: '12', kind: 'bill', on: '2024-02-28', what: 'receipt' },
  { id: '13', kind: 'problem', on: '2019', what: 'diabetes' },
  { id: '14', kind: 'allergy', on: '2019', what: 'penicillin' },
  { id: '15', kind: 'other', on: '2011', what: 'old' },
]

/** So many entries, newest first, some in visits of three. */
export function manySamples(count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, at) => {
    const sample = TIMELINE[at % TIMELINE.length] ?? { kind: 'other', what: 'old' }
    const on = new Date(Date.UTC(2026, 2, 3) - at * 2 * DAY).toISOString().slice(0, 10)
    return { ...sample, id: String(at), on }
  })
}
