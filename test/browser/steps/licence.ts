/** Line 3: a licence claimed with a scan, checked by an officer, and stopped on an order that two officers sign. */
import type { PaperFile, Someone } from '../someone.ts'

export async function appliesAsPractitioner(
  someone: Someone,
  number: string,
  scan: PaperFile,
): Promise<void> {
  await someone.goes('/settings')
  await someone.follows('Become a practitioner here')
  await someone.chooses('Modern medicine')
  await someone.writes('Council', 'Karnataka Medical Council')
  await someone.writes('Registration number', number)
  await someone.writes('Qualification', 'MBBS, MD')
  await someone.writes('State', 'Karnataka')
  await someone.dates('2040-12-31')
  await someone.gives('Choose the scan', scan)
  await someone.looks('licence-form')
  await someone.presses('Send to the health authority')
  await someone.sees('Sent. An officer checks it now')
  await someone.sees('Being checked')
  await someone.looks('licence-waits')
}

/** The officer compares the claim with the scan, and issues the practitioner ID. */
export async function issues(officer: Someone, name: string): Promise<void> {
  await officer.goes('/officer')
  await officer.follows(name)
  await officer.sees('Compare each line with the scan')
  await officer.looks('officer-application')
  await officer.presses('Approve and issue the practitioner ID')
  await officer.confirms('Approve and issue the practitioner ID')
  await officer.sees(`${name} has a practitioner ID now.`)
}

export async function isLicensed(doctor: Someone): Promise<void> {
  await doctor.sees('Your practitioner IDs')
  await doctor.sees('Licence checked')
  await doctor.looks('licence-issued')
}

/** A suspension or its end: proposed on an order, in effect once another officer confirms it. */
export async function orders(
  officer: Someone,
  second: Someone,
  name: string,
  order: { readonly kind: 'suspension' | 'reinstatement'; readonly number: string; readonly text: string },
): Promise<void> {
  await officer.goes('/officer/licences')
  await officer.looks('officer-licences')
  await officer.follows(name)
  await officer.chooses(order.kind === 'suspension' ? 'Suspension' : 'Reinstatement')
  await officer.writes('Who ordered it?', 'Karnataka Medical Council')
  await officer.writes('Number of the order', order.number)
  await officer.dates('2026-03-02')
  await officer.writes('What it says', order.text)
  await officer.looks(`officer-${order.kind}`)
  await officer.presses(`Propose the ${order.kind}`)
  await officer.sees('waits for a second officer')
  await second.goes('/officer/orders')
  await second.looks('officer-orders')
  await second.presses('Confirm as second officer')
  await second.confirms(order.kind === 'suspension' ? 'Suspend the licence' : 'Reinstate the licence')
  await second.sees(`The licence of ${name} is`)
}

/** Everywhere and at once: on the doctor's own open page, and on the page that anybody reads, with its date. */
export async function isStopped(doctor: Someone, order: string): Promise<void> {
  await doctor.sees('Your licence is suspended')
  await doctor.looks('visits-suspended')
  await doctor.follows('See what the register says')
  await doctor.sees('This licence is suspended')
  await doctor.sees(`Karnataka Medical Council, order ${order} of 2 March 2026`)
  await doctor.sees(/, since \d+\s\w+\s\d{4}/)
  await doctor.looks('practitioner-suspended')
}
