/** Lines 1 to 4 of what a person can do: becoming a patient, a hospital, a practitioner, and known at a counter. */
import type { TOTP } from 'otpauth'

import type { Cast, Patient } from './people.ts'
import type { Someone } from './someone.ts'
import * as account from './steps/account.ts'
import * as card from './steps/card.ts'
import * as counter from './steps/counter.ts'
import * as house from './steps/house.ts'
import * as licence from './steps/licence.ts'
import * as papers from './steps/papers.ts'
import * as protection from './steps/protection.ts'
import type { Town } from './town.ts'

/** Line 1. */
export async function patient(town: Town, cast: Cast): Promise<Patient> {
  const someone = await account.signsUp(town, cast.asha)
  const healthId = await card.showsCard(someone)
  await card.keepsCard(someone, cast.asha.name, healthId)
  await protection.choosesLooks(someone)
  await protection.addsPhone(someone, cast.phone)
  const app: TOTP = await protection.turnsOnSecondStep(someone)
  await using elsewhere = await town.enters()
  await protection.signsInWithCode(elsewhere, cast.asha.contact, app)
  await protection.makesPasskey(someone)
  await protection.signsOutEverywhere(someone, elsewhere)
  await account.seesMailbox(elsewhere)
  await account.forgetsPassword(elsewhere, cast.asha.contact, 'another three words')
  await protection.signsInWithPasskey(someone)
  return { someone, healthId }
}

export interface Hospital {
  readonly administrator: Someone
  readonly doctor: Someone
  readonly clerk: Someone
}

/** Somebody else of the family. */
export async function husband(town: Town, { girish }: Cast): Promise<Patient> {
  const someone = await account.signsUp(town, girish)
  return { someone, healthId: await card.showsCard(someone) }
}

/** Line 2. */
export async function hospital(town: Town, officer: Someone, cast: Cast): Promise<Hospital> {
  const administrator = await account.signsUp(town, cast.administrator)
  await house.registersHospital(administrator, cast.hospital, cast.number('KPME'))
  await house.approvesHospital(officer, cast.hospital)
  await house.entersHospital(administrator, cast.hospital)
  await house.invites(administrator, cast.clerk.contact, 'Records clerk')
  await house.invites(administrator, cast.doctor.contact, 'Doctor or other practitioner')
  const [clerk, doctor] = [await account.signsUp(town, cast.clerk), await account.signsUp(town, cast.doctor)]
  await house.accepts(clerk, cast.hospital)
  await house.accepts(doctor, cast.hospital)
  return { administrator, doctor, clerk }
}

/** Line 3. */
export async function practitioner(doctor: Someone, officer: Someone, cast: Cast): Promise<void> {
  const { town } = doctor
  const scan = await papers.photograph('certificate.jpg', 'KARNATAKA MEDICAL COUNCIL', cast.doctor.name)
  await licence.appliesAsPractitioner(doctor, cast.number('KMC'), scan)
  await licence.issues(officer, cast.doctor.name)
  await licence.isLicensed(doctor)
  await using second = await account.ofTheDemonstration(town, /Another officer/)
  await using other = await account.ofTheDemonstration(town, /Another doctor/)
  const known = town.demonstration.signIns.find(({ role }) => role === 'second doctor')
  const stopped = { kind: 'suspension', number: cast.number('KMC/ENQ'), text: 'Signed for others.' } as const
  const restored = {
    kind: 'reinstatement',
    number: cast.number('KMC/END'),
    text: 'The inquiry is over.',
  } as const
  await other.goes('/visits')
  await other.sees('Ask to read a chart')
  await licence.orders(officer, second, known?.name ?? '', stopped)
  await licence.isStopped(other, stopped.number)
  await licence.orders(officer, second, known?.name ?? '', restored)
}

/** Line 4: Asha by the QR at the counter, Girish by his health ID and a code. */
export async function known(clerk: Someone, asha: Patient, girish: Patient, cast: Cast): Promise<number> {
  const poster = await counter.hangsUpPoster(clerk)
  const token = await counter.scansPoster(asha.someone, poster, cast.hospital)
  await counter.seesToken(clerk, cast.asha.name, token)
  await counter.registersByCode(clerk, girish.healthId, cast.phone)
  return token
}
