/** What was found at a visit: measurements by the one who measured, reports by the laboratory that made them. */
import { HOUR, later } from '#kernel'

import { dayOf } from '../calendar.ts'
import type { Visit } from '../care/visit.ts'
import { organisationAt } from '../tables/organisations.ts'
import {
  SENSITIVE_TESTS,
  testOf,
  testsIn,
  type Findings,
  type PanelKey,
  type TestKey,
} from '../tables/tests.ts'
import type { Desk } from './desk.ts'
import type { DemoEntry } from './entry.ts'
import type { Hand } from './hand.ts'
import { observationOf, pressureOf, reportOf } from './measurements.ts'
import { write } from './write.ts'

/** What a health worker measures with strip and meter. */
const BY_STRIP: ReadonlySet<TestKey> = new Set<TestKey>([
  'fasting',
  'afterMeal',
  'random',
  'haemoglobin',
  'covidAntigen',
  'pregnancy',
  'urineProtein',
])
const AT_THE_BEDSIDE: ReadonlySet<PanelKey> = new Set<PanelKey>(['vitals', 'score', 'obstetric'])
const WORDS_ONLY: ReadonlySet<PanelKey> = new Set<PanelKey>(['xray', 'ultrasound', 'bone', 'ecg'])

export function writeFindings(visit: Visit, hand: Hand, desk: Desk): readonly DemoEntry[] {
  const tests = testsIn(visit.findings)
  const isMeasured = (key: TestKey) =>
    AT_THE_BEDSIDE.has(testOf(key).panel) || (visit.clinic.department === 'Outreach' && BY_STRIP.has(key))
  const reported = tests.filter((key) => !isMeasured(key))
  return [
    ...writeObservations(tests.filter(isMeasured), visit.findings, hand),
    ...writeReports(reported, visit, hand, desk),
  ]
}

function writeReports(tests: readonly TestKey[], visit: Visit, hand: Hand, desk: Desk): readonly DemoEntry[] {
  const panels = [...new Set(tests.map((key) => testOf(key).panel))]
  const laboratory = atLaboratory(visit, hand, desk)
  return panels.flatMap((panel) => {
    const within = tests.filter((key) => testOf(key).panel === panel)
    return writeReport(panel, within, visit.findings, hand, laboratory)
  })
}

function writeReport(
  panel: PanelKey,
  tests: readonly TestKey[],
  findings: Findings,
  hand: Hand,
  laboratory: Hand,
): readonly DemoEntry[] {
  const about = tests.find((key) => SENSITIVE_TESTS.includes(key)) ?? tests[0]
  if (WORDS_ONLY.has(panel)) {
    const words = tests.map((key) => String(findings[key])).join('. ')
    return [write(laboratory, (id) => reportOf(laboratory, id, panel, [], words), about)]
  }
  const results = writeObservations(tests, findings, laboratory)
  const referredBy =
    hand.practitioner && hand.practitioner !== laboratory.practitioner
      ? `Ref. by: ${hand.practitioner.name}. `
      : ''
  const conclusion = `${referredBy}Please correlate clinically.`
  return [
    ...results,
    write(
      laboratory,
      (id) =>
        reportOf(
          laboratory,
          id,
          panel,
          results.map(({ key }) => key),
          conclusion,
        ),
      about,
    ),
  ]
}

function writeObservations(tests: readonly TestKey[], findings: Findings, hand: Hand): readonly DemoEntry[] {
  const { systolic, diastolic } = findings
  const isPressure = typeof systolic === 'number' && typeof diastolic === 'number'
  const pressure =
    isPressure && tests.includes('systolic')
      ? [write(hand, (id) => pressureOf(hand, id, systolic, diastolic))]
      : []
  const others = tests.flatMap((key) => {
    const value = findings[key]
    return value === undefined || key === 'systolic' || key === 'diastolic'
      ? []
      : [write(hand, (id) => observationOf(hand, id, key, value), key)]
  })
  return [...pressure, ...others]
}

/** The hand of the laboratory an hour later, its own clerk having typed the name; a hospital's is the hospital's. */
function atLaboratory(visit: Visit, hand: Hand, desk: Desk): Hand {
  const at = later(hand.at, HOUR)
  if (visit.laboratory === undefined) return { ...hand, at }
  return {
    ...hand,
    at,
    organisation: organisationAt(visit.laboratory),
    spelling: desk.spell(visit.laboratory, dayOf(hand.at)),
    practitioner: desk.staffing.doctorAt(visit.laboratory, 'Laboratory'),
  }
}
