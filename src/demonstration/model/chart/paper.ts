/** What an institution hands out on paper: a prescription slip, a report, a discharge summary, a card. */
import { ageOn, dayOf, toDate, toDay, toSlipDate } from '../calendar.ts'
import type { Visit } from '../care/visit.ts'
import { rangeFor, testOf, testsIn, type TestKey } from '../tables/tests.ts'
import { vaccineOf } from '../tables/vaccines.ts'
import type { DemoDocument, DocumentKind } from './entry.ts'
import type { Hand } from './hand.ts'
import { shownValue } from './measurements.ts'
import { doseText, medicineText } from './medicines.ts'

/** The sheet of one visit. */
export function documentOf(hand: Hand, visit: Visit): DemoDocument {
  const kind = kindOf(visit)
  const lines = [...heading(hand), '', ...TITLES[kind], ...bodyOf(kind, hand, visit), '', ...closing(hand)]
  return { ...fileOf(hand, kind), kind, lines: lines.flatMap(wrap) }
}

const TITLES: Readonly<Record<DocumentKind, readonly string[]>> = {
  prescription: ['OPD SLIP', ''],
  'laboratory report': ['LABORATORY REPORT', ''],
  'discharge summary': ['DISCHARGE SUMMARY', ''],
  'immunisation card': ['IMMUNISATION CARD (Thayi card)', ''],
  'antenatal card': ['MOTHER AND CHILD PROTECTION CARD', ''],
}

/** Tests that a slip shows as examined, not as a laboratory's answers. */
const EXAMINED = new Set(['vitals', 'score', 'obstetric'])

export function kindOf(visit: Visit): DocumentKind {
  if (visit.card) return visit.card
  if (visit.stay !== undefined) return 'discharge summary'
  const isReport = testsIn(visit.findings).some((key) => !EXAMINED.has(testOf(key).panel))
  return isReport ? 'laboratory report' : 'prescription'
}

function heading({ organisation, person, spelling, at }: Hand): readonly string[] {
  const { line, place, taluk, district, pin } = organisation.address
  const age = ageOn(toDay(person.birthDate), dayOf(at))
  return [
    organisation.name.toUpperCase(),
    `${line}, ${place}, ${taluk} (Tq), ${district} - ${pin}`,
    `Name: ${spelling}`,
    `Age/Sex: ${age < 2 ? monthsOf(person.birthDate, at) : `${age} Y`} / ${person.sex === 'female' ? 'F' : 'M'}    Date: ${toSlipDate(dayOf(at))}`,
    `Address: ${person.address.place}, ${person.address.taluk}`,
  ]
}

function monthsOf(birthDate: string, at: Hand['at']): string {
  return `${Math.floor((dayOf(at) - toDay(birthDate)) / 30.4)} M`
}

function closing({ practitioner, organisation }: Hand): readonly string[] {
  if (!practitioner) return [`For ${organisation.name}`]
  return [practitioner.name, `${practitioner.qualification}, Reg. No. ${practitioner.registrationNumber}`]
}

function bodyOf(kind: DocumentKind, hand: Hand, visit: Visit): readonly string[] {
  switch (kind) {
    case 'laboratory report':
      return [
        `Ref. by: ${hand.practitioner?.name ?? 'self'}`,
        '',
        ...tableOf(hand, visit),
        '',
        '*** Please correlate clinically ***',
      ]
    case 'discharge summary':
      return [
        `DOA: ${toSlipDate(dayOf(hand.at))}   DOD: ${toSlipDate(dayOf(hand.at) + (visit.stay ?? 0))}`,
        `Diagnosis: ${visit.problems.map(({ text }) => text).join(', ')}`,
        `History: ${visit.complaint}`,
        ...(visit.note === undefined ? [] : wrap(`Course: ${visit.note}`)),
        ...tableOf(hand, visit),
        ...(visit.procedures ?? []).map((text) => `Procedure: ${text}`),
        'Treatment given / advice:',
        ...medicinesOf(hand, visit),
      ]
    case 'immunisation card':
    case 'antenatal card':
      return [visit.complaint, ...tableOf(hand, visit), ...vaccinesOf(visit), ...medicinesOf(hand, visit)]
    case 'prescription':
      return [
        visit.complaint,
        ...tableOf(hand, visit),
        ...impressionOf(visit),
        'Rx',
        ...medicinesOf(hand, visit),
        ...(visit.referral ? [`Ref to ${visit.referral.department}`] : []),
      ]
  }
}

function impressionOf({ problems }: Visit): readonly string[] {
  return problems.length === 0 ? [] : [`Imp: ${problems.map(({ short }) => short).join(', ')}`]
}

function tableOf(hand: Hand, { findings }: Visit): readonly string[] {
  const { systolic, diastolic } = findings
  const pressure = systolic === undefined ? [] : [`BP: ${systolic}/${diastolic} mmHg`]
  const others = testsIn(findings).filter((key) => key !== 'systolic' && key !== 'diastolic')
  return [
    ...pressure,
    ...others.map(
      (key) => `${testOf(key).label}: ${shownValue(key, findings[key] ?? '')}${rangeText(key, hand)}`,
    ),
  ]
}

function rangeText(key: TestKey, { person }: Hand): string {
  const range = rangeFor(key, person.sex)
  return range ? `   (${range[0]} - ${range[1]})` : ''
}

function medicinesOf({ organisation }: Hand, { medicines }: Visit): readonly string[] {
  return medicines.map(
    (each, place) =>
      `${place + 1}. ${medicineText(each.drug, organisation.ownership === 'private')}   ${doseText(each)}`,
  )
}

function vaccinesOf({ vaccines = [] }: Visit): readonly string[] {
  return vaccines.map(
    ({ vaccine, dose }) =>
      `${vaccineOf(vaccine).short} - ${dose === 0 ? 'birth dose' : `dose ${dose}`}   given`,
  )
}

/** Lines short enough for a slip. */
function wrap(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 70) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Phones photograph slips; laboratories print; old systems give text. */
function fileOf({ at, dice }: Hand, kind: DocumentKind): Pick<DemoDocument, 'fileName' | 'contentType'> {
  const date = toDate(dayOf(at)).replaceAll('-', '')
  const isPrinted = kind === 'laboratory report' || kind === 'discharge summary'
  const serial = dice.whole(1_000, 9_999)
  if (isPrinted && dice.happens(0.25))
    return { fileName: `report-${serial}-${date}.txt`, contentType: 'text/plain' }
  if (isPrinted && dice.happens(0.33))
    return { fileName: `${kind.replace(' ', '-')}-${date}-${serial}.pdf`, contentType: 'application/pdf' }
  return { fileName: `IMG_${date}_${serial}.jpg`, contentType: 'image/jpeg' }
}
