/** Lines 5 to 11 of what a person can do: a chart that grows, is read, asked for, shown, closed, and proved. */
import type { Cast, Patient } from './people.ts'
import type { Someone } from './someone.ts'
import { ofTheDemonstration } from './steps/account.ts'
import * as adding from './steps/adding.ts'
import * as answering from './steps/answering.ts'
import * as asking from './steps/asking.ts'
import { bundle } from './steps/bundle.ts'
import * as chart from './steps/chart.ts'
import { attendsTo, confirmsPerson } from './steps/counter.ts'
import { readsLooks, seesStaff } from './steps/looks.ts'
import * as papers from './steps/papers.ts'
import { altered, savesChart, verifies } from './steps/verifying.ts'
import * as visit from './steps/visit.ts'
import { NOTE, WORDS } from './words.ts'

/** Line 5. Girish was registered a moment ago and stands at the counter. */
export async function added(clerk: Someone, asha: Patient, girish: Patient, cast: Cast): Promise<void> {
  const stray = await papers.text('blood-report.txt', 'Blood report', WORDS.stray)
  await confirmsPerson(clerk, cast.girish.name, cast.girish.born)
  await adding.addsPapers(clerk, { kind: 'result', careDay: '2024-03-18', files: [stray] })
  await attendsTo(clerk, asha.healthId, cast.asha.name, cast.asha.born)
  const discharge = await papers.pdf('discharge.pdf', 'Discharge summary', WORDS.discharge)
  const files = [
    discharge,
    await papers.photograph('prescription.jpg', 'Prescription', 'Tab. Metformin 500'),
    await papers.picture('x-ray.png', cast.asha.contact.length),
    await papers.phonePicture('wound.heic'),
    await papers.text('counselling.txt', WORDS.counselling),
  ]
  await adding.addsPapers(clerk, { kind: 'document', careDay: '2023-06-09', files })
  await adding.addsAgain(clerk, discharge)
  const whom = { name: cast.asha.name, born: cast.asha.born, gender: 'female' } as const
  await adding.addsFhir(
    clerk,
    bundle('other.json', { ...whom, gender: 'male' }),
    bundle('chart.json', whom),
    7,
  )
  await attendsTo(clerk, girish.healthId, cast.girish.name, cast.girish.born)
  await adding.putsRight(clerk, 'blood-report.txt', asha.healthId, cast.asha.name)
  await adding.isTold(girish.someone, 'An entry in your chart was corrected', 'This was entered in error')
  await adding.isTold(asha.someone, 'An entry was put into your chart', 'blood-report.txt')
  await adding.addsOwn(asha.someone, await papers.text('from-home.txt', WORDS.home))
}

/** Line 6. */
export async function read({ someone }: Patient, cast: Cast): Promise<void> {
  await chart.filtersChart(someone, cast.hospital)
  await chart.searchesChart(someone, 'metformin', 'Metformin 500 mg')
  await chart.readsEntry(someone, '2023', 'x-ray.png', 'Save the file')
  await chart.readsEntry(someone, '2025', 'HbA1c', '6.80')
  await chart.readsSource(someone, '"value": 6.80')
  await chart.provesEntry(someone)
  await using another = await ofTheDemonstration(someone.town, /Patient$/)
  await chart.browsesTenYears(another)
}

/** Line 7: asked by health ID, by token, without a smartphone, and in vain. */
export async function asked(doctor: Someone, { someone, healthId }: Patient, cast: Cast): Promise<void> {
  const reason = WORDS.reason
  await asking.asks(doctor, { who: healthId, reason })
  await answering.readsRequest(someone, cast.doctor.name, cast.hospital)
  await answering.narrowsRequest(someone, 'Result', 'blood-report.txt')
  await answering.allows(someone)
  await answering.confirmsByPasskey(someone, cast.doctor.name)
  await answering.seesReader(someone, cast.doctor.name)
}

/** Line 7 once more: without a smartphone the code is told in the room; and a refusal is final. */
export async function askedOtherwise(
  doctor: Someone,
  { someone, healthId }: Patient,
  cast: Cast,
): Promise<void> {
  await asking.asks(doctor, { who: healthId, reason: WORDS.reason, bySms: true })
  await asking.writesTold(doctor, cast.phone)
  await visit.ends(doctor)
  await asking.asks(doctor, { who: cast.asha.contact, reason: WORDS.reason })
  await answering.readsRequest(someone, cast.doctor.name, cast.hospital)
  await answering.refuses(someone, cast.doctor.name)
  await asking.seesAnswer(doctor, 'Refused')
}

/** Line 8. */
export async function visited(doctor: Someone, cast: Cast): Promise<void> {
  const found = {
    allergy: 'Penicillin',
    medicine: 'Metformin 500 mg',
    problem: 'Type 2 diabetes',
    result: '6.80',
  }
  const first = { name: cast.asha.name, ...found }
  await visit.findsNoVisit(doctor)
  await asking.opensChart(doctor)
  await visit.readsFirstScreen(doctor, first)
  await visit.printsVisit(doctor, first, 'discharge.pdf')
  await visit.searchesVisit(doctor, 'Metformin', 'HIV')
  await visit.writesNote(doctor, NOTE)
  await visit.finishes(doctor)
}

/** Line 9, of a visit by token and code; what was begun is finished with the chart closed. */
export async function takenBack(
  doctor: Someone,
  { someone }: Patient,
  token: number,
  cast: Cast,
): Promise<void> {
  await asking.asks(doctor, { who: `${token}`, reason: WORDS.reason, only: ['Medicine', 'Result', 'Visit'] })
  await answering.readsRequest(someone, cast.doctor.name, cast.hospital)
  await answering.allows(someone)
  await answering.confirmsByCode(someone, cast.doctor.name, cast.phone)
  await asking.opensChart(doctor)
  await visit.writesNote(doctor, NOTE)
  await visit.takesBack(someone, doctor, 'Metformin 500 mg')
  await visit.finishes(doctor)
}

/** Line 10. */
export async function looked(asha: Patient, girish: Patient, cast: Cast): Promise<void> {
  await readsLooks(asha.someone, cast.doctor.name, cast.hospital)
  await seesStaff(girish.someone, cast.clerk.name, cast.hospital)
}

/** Line 11: in the browser of somebody who has no account. */
export async function verified({ someone }: Patient): Promise<void> {
  const file = await savesChart(someone)
  await using stranger = await someone.town.enters()
  await verifies(stranger, file, altered(file))
}
