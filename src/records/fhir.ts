/** FHIR that staff add to a chart: what speaks of somebody else stops it. */
import { concat, type Bytes } from '#kernel'
import type { WritePermission } from '#consent'

import { addResources, type AddedResources } from './adding.ts'
import { openIntake, type Intake } from './intake.ts'
import { misfitsOf, TRAITS, type Registered } from './model/fits/fits.ts'
import { RecordsError } from './model/records-error.ts'
import type { PatientShape, RecordsPorts } from './ports.ts'

export async function addFhir(
  ports: RecordsPorts,
  permission: WritePermission,
  bytes: Bytes,
): Promise<AddedResources> {
  const intake = openIntake(bytes)
  const patient = await ports.directory.patient(permission.chart)
  refuseStranger(intake, patient)
  return addResources(ports, permission, intake, { birthDate: patient.birthDate })
}

export async function collect(chunks: AsyncIterable<Bytes>): Promise<Bytes> {
  return concat(...(await Array.fromAsync(chunks)))
}

/** Says which of name, age and sex do not fit, and nothing of what they are. */
function refuseStranger({ resources }: Intake, patient: PatientShape): void {
  const registered: Registered = { names: [patient.name], birthDate: patient.birthDate, sex: patient.sex }
  const found = new Set(resources.flatMap((resource) => misfitsOf(resource, registered)))
  const misfits = TRAITS.filter((trait) => found.has(trait))
  if (misfits.length === 0) return
  throw new RecordsError(
    'WRONG_PATIENT',
    `The ${misfits.join(' and ')} in it do not fit this patient. Nothing was kept; check whose it is.`,
    { fields: misfits.map((trait) => ({ path: `Patient.${ELEMENTS[trait]}`, message: 'does not fit' })) },
  )
}

const ELEMENTS = { name: 'name', age: 'birthDate', sex: 'gender' } as const
