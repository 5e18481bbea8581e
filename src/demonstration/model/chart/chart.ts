/** One person's chart: contacts in the order they happened, each written by whoever was there, on paper or as resources. */
import { dayOf, instantOf, toDay } from '../calendar.ts'
import type { Contact, Refill, Visit } from '../care/visit.ts'
import type { Dice } from '../dice.ts'
import type { DemoPractitioner } from '../people/workforce.ts'
import { organisationAt, SENSITIVE_DEPARTMENTS, type OrganisationKey } from '../tables/organisations.ts'
import type { Desk } from './desk.ts'
import type { DemoEntry, DocumentKind } from './entry.ts'
import type { Hand } from './hand.ts'
import { dispenseOf } from './medicines.ts'
import { documentOf, kindOf } from './paper.ts'
import type { Staffing } from './staffing.ts'
import { writeVisit } from './write-visit.ts'
import { write, writeDocument } from './write.ts'

/** Of the sheets of a visit, the share that is kept until somebody scans it. */
const KEPT: Readonly<Record<DocumentKind, number>> = {
  prescription: 0.08,
  'laboratory report': 0.16,
  'discharge summary': 1,
  'immunisation card': 0.25,
  'antenatal card': 0.35,
}

export function writeChart(contacts: readonly Contact[], desk: Desk): readonly DemoEntry[] {
  const dice = desk.life.dice.fork('chart')
  const inOrder = contacts.toSorted((a, b) => a.day - b.day)
  return inOrder.flatMap((contact) => {
    const hand = handOf(contact, desk, dice)
    return contact.kind === 'refill' ? writeRefill(contact, hand, desk) : writeSeen(contact, hand, desk)
  })
}

function writeSeen(visit: Visit, hand: Hand, desk: Desk): readonly DemoEntry[] {
  if (visit.day < toDay(hand.organisation.digitalSince))
    return hand.dice.happens(KEPT[kindOf(visit)]) ? [sheetOf(visit, hand)] : []
  return [...writeVisit(visit, hand, desk), ...summaryOf(visit, hand)]
}

/** A copy for the patient within 72 hours (IMC Regulations 2002, 1.3.2): half of them find their way into the chart. */
function summaryOf(visit: Visit, hand: Hand): readonly DemoEntry[] {
  const isDue = visit.stay !== undefined && visit.card === undefined && hand.dice.happens(0.5)
  return isDue ? [sheetOf(visit, hand)] : []
}

function sheetOf(visit: Visit, hand: Hand): DemoEntry {
  return writeDocument(hand, documentOf(hand, visit))
}

/** Only what a prescription of the chart allows is handed out. */
function writeRefill({ drugs, day }: Refill, hand: Hand, desk: Desk): readonly DemoEntry[] {
  if (day < toDay(hand.organisation.digitalSince)) return []
  return drugs.flatMap((drug) => {
    const request = desk.requests.get(drug)
    return request === undefined ? [] : [write(hand, (id) => dispenseOf(hand, id, drug, request), drug)]
  })
}

function handOf(contact: Contact, desk: Desk, dice: Dice): Hand {
  const key = organisationOf(contact)
  const at = instantOf(contact.day, minuteOf(contact, dice))
  return {
    person: desk.life.resident.person,
    spelling: desk.spell(key, dayOf(at)),
    organisation: organisationAt(key),
    practitioner:
      contact.kind === 'refill' ? desk.staffing.pharmacistAt(key) : writerOf(contact, desk.staffing),
    at,
    encounter: undefined,
    isSensitive: contact.kind === 'visit' && SENSITIVE_DEPARTMENTS.includes(contact.clinic.department),
    dice,
  }
}

/** Where nobody was seen, the laboratory writes. */
function organisationOf(contact: Contact): OrganisationKey {
  if (contact.kind === 'refill') return contact.pharmacy
  const { testsOnly, laboratory, clinic } = contact
  return testsOnly && laboratory ? laboratory : clinic.organisation
}

/** Health workers see alone whoever needs no prescription. */
function writerOf(visit: Visit, staffing: Staffing): DemoPractitioner | undefined {
  const { clinic, medicines } = visit
  if (visit.testsOnly) return staffing.doctorAt(organisationOf(visit), 'Laboratory')
  const doctor = staffing.doctorAt(clinic.organisation, clinic.department)
  const isNurses = clinic.department === 'Outreach' && medicines.length === 0
  return isNurses ? (staffing.nurseAt(clinic.organisation) ?? doctor) : doctor
}

/** Clinics see people from half past nine to one, the private one in the evening too; who must, comes at any hour. */
function minuteOf(contact: Contact, dice: Dice): number {
  if (contact.kind === 'refill') return dice.whole(10 * 60, 20 * 60)
  if (contact.setting === 'emergency' || contact.setting === 'inpatient') return dice.whole(30, 22 * 60)
  const isEvening = contact.clinic.organisation === 'nursing-home' && dice.happens(0.5)
  return isEvening ? dice.whole(17 * 60, 20 * 60) : dice.whole(9 * 60 + 30, 13 * 60)
}
