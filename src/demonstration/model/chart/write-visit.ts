/** A visit as resources: the encounter, what was found, what it was taken for, what was done and given. */
import { dayOf } from '../calendar.ts'
import type { Prescribed, Problem, Visit } from '../care/visit.ts'
import { drugOf } from '../tables/drugs.ts'
import { organisationAt } from '../tables/organisations.ts'
import { allergyOf, procedureOf, referralOf } from './acts.ts'
import type { Desk } from './desk.ts'
import type { DemoEntry } from './entry.ts'
import type { Hand } from './hand.ts'
import { immunizationOf, requestOf } from './medicines.ts'
import { writeFindings } from './tests.ts'
import { conditionOf, encounterOf, noteOf } from './visits.ts'
import { write, writeAs } from './write.ts'

export function writeVisit(visit: Visit, outside: Hand, desk: Desk): readonly DemoEntry[] {
  if (visit.testsOnly) return writeFindings(visit, outside, desk)
  const encounter = outside.dice.uuid()
  const hand: Hand = { ...outside, encounter }
  const conditions = visit.problems.flatMap((problem) => writeCondition(problem, hand, desk))
  const diagnoses = visit.problems.flatMap((problem) => desk.conditions.get(nameOf(problem)) ?? [])
  return [
    writeAs(encounter, hand, (id) => encounterOf(hand, id, visit, diagnoses)),
    ...conditions,
    ...writeAllergies(visit, hand, desk),
    ...writeFindings(visit, hand, desk),
    ...visit.medicines.map((prescribed) => writePrescription(prescribed, hand, desk)),
    ...writeActs(visit, hand, desk),
    ...writeNote(visit, hand),
  ]
}

/** A lasting illness once, another once for each time it comes. */
function writeCondition(problem: Problem, hand: Hand, desk: Desk): readonly DemoEntry[] {
  const known = desk.conditions.get(nameOf(problem))
  if (known !== undefined) return []
  const entry = write(hand, (id) => conditionOf(hand, id, problem))
  desk.conditions.set(nameOf(problem), entry.key)
  desk.conditions.set(problem.icd10, entry.key)
  return [entry]
}

function nameOf({ icd10, since, lasting }: Problem): string {
  return lasting ? icd10 : `${icd10} since ${since}`
}

function writePrescription(prescribed: Prescribed, hand: Hand, desk: Desk): DemoEntry {
  const reason = desk.conditions.get(prescribed.reason)
  if (reason === undefined) throw new Error(`${prescribed.drug} was prescribed without a reason`)
  const days = prescribed.days ?? drugOf(prescribed.drug).days
  const lastDay = dayOf(hand.at) + (days === 30 ? 90 : days)
  const entry = write(
    hand,
    (id) => requestOf(hand, id, prescribed, reason, lastDay >= desk.life.end),
    prescribed.drug,
  )
  desk.requests.set(prescribed.drug, entry.key)
  return entry
}

/** Asked once, by the first doctor who prescribes; of those with none, a third is written down. */
function writeAllergies(visit: Visit, hand: Hand, desk: Desk): readonly DemoEntry[] {
  if (visit.medicines.length === 0 || desk.asked.has('allergies')) return []
  desk.asked.add('allergies')
  const { allergy } = desk.life
  const isWritten = allergy !== undefined || hand.dice.happens(0.33)
  return isWritten ? [write(hand, (id) => allergyOf(hand, id, allergy))] : []
}

function writeActs(visit: Visit, hand: Hand, desk: Desk): readonly DemoEntry[] {
  const { procedures = [], vaccines = [], referral, problems } = visit
  const reason = problems[0] && desk.conditions.get(problems[0].icd10)
  const referrals = referral
    ? [write(hand, (id) => referralOf(hand, id, referral, organisationAt(referral.to), reason))]
    : []
  return [
    ...procedures.map((text) => write(hand, (id) => procedureOf(hand, id, text, reason))),
    ...vaccines.map(({ vaccine, dose }) => write(hand, (id) => immunizationOf(hand, id, vaccine, dose))),
    ...referrals,
  ]
}

/** Most notes stay in the ward's book; those of a stay, a specialist or a first diagnosis are copied out. */
function writeNote(visit: Visit, hand: Hand): readonly DemoEntry[] {
  if (visit.note === undefined) return []
  const isCopied = visit.stay !== undefined || hand.isSensitive || hand.dice.happens(0.25)
  const text = `${visit.complaint}.\n${visit.note}${inKannada(hand)}`
  return isCopied ? [write(hand, (id) => noteOf(hand, id, text))] : []
}

/** A line the patient can read. */
function inKannada({ dice, person }: Hand): string {
  if (person.language !== 'kn' || !dice.happens(0.2)) return ''
  return `\n${dice.pick(['ಮಾತ್ರೆ ತಪ್ಪದೆ ತೆಗೆದುಕೊಳ್ಳಿ.', 'ಬಿಸಿ ನೀರು ಕುಡಿಯಿರಿ, ವಿಶ್ರಾಂತಿ ತೆಗೆದುಕೊಳ್ಳಿ.', 'ಉಪ್ಪು, ಸಕ್ಕರೆ ಕಡಿಮೆ ಮಾಡಿ.'])}`
}
