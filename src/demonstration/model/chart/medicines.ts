/** What is prescribed, handed out and injected, as FHIR R4. */
import type { Dosage, Immunization, MedicationDispense, MedicationRequest } from '@medplum/fhirtypes'

import { toDateTime } from '../calendar.ts'
import type { Prescribed } from '../care/visit.ts'
import { drugOf, type Drug, type DrugKey } from '../tables/drugs.ts'
import { vaccineOf, type VaccineKey } from '../tables/vaccines.ts'
import { ATC, coded, CVX } from './codes.ts'
import { organisationOf, signerOf, subjectOf, toUrn, withinVisit, type Hand } from './hand.ts'

/** A prescription line: generic in capitals from public hands, the brand with it from private ones. */
export function medicineText(key: DrugKey, isPrivate: boolean): string {
  const { form, generic, strength, brand } = drugOf(key)
  const plain = `${form} ${generic} ${strength}`
  return isPrivate && brand !== undefined ? `${form} ${brand} (${generic} ${strength})` : plain
}

/** Dose and days in figures: *1-0-1 × 5 days*. */
export function doseText({ drug, dose, days }: Prescribed): string {
  const usual = drugOf(drug)
  return `${dose ?? usual.dose} × ${days ?? usual.days} days`
}

export function requestOf(
  hand: Hand,
  id: string,
  prescribed: Prescribed,
  condition: string,
  isActive: boolean,
): MedicationRequest {
  const usual = drugOf(prescribed.drug)
  const days = prescribed.days ?? usual.days
  const isMonthly = days === 30
  return {
    resourceType: 'MedicationRequest',
    id,
    status: isActive ? 'active' : 'completed',
    intent: 'order',
    medicationCodeableConcept: coded(
      ATC,
      usual.atc,
      usual.generic,
      medicineText(prescribed.drug, hand.organisation.ownership === 'private'),
    ),
    subject: subjectOf(hand),
    ...withinVisit(hand),
    authoredOn: toDateTime(hand.at),
    requester: signerOf(hand),
    reasonReference: [{ reference: toUrn(condition) }],
    dosageInstruction: [dosageOf(prescribed, usual)],
    dispenseRequest: {
      ...(isMonthly ? { numberOfRepeatsAllowed: 2 } : {}),
      expectedSupplyDuration: { value: days, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    },
  }
}

export function dispenseOf(hand: Hand, id: string, drug: DrugKey, request: string): MedicationDispense {
  const { atc, generic, dose, days } = drugOf(drug)
  return {
    resourceType: 'MedicationDispense',
    id,
    status: 'completed',
    medicationCodeableConcept: coded(
      ATC,
      atc,
      generic,
      medicineText(drug, hand.organisation.ownership === 'private'),
    ),
    subject: subjectOf(hand),
    performer: [{ actor: signerOf(hand) }],
    authorizingPrescription: [{ reference: toUrn(request) }],
    quantity: { value: (timesADay(dose) ?? 1) * days },
    daysSupply: { value: days, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    whenHandedOver: toDateTime(hand.at),
  }
}

export function immunizationOf(hand: Hand, id: string, vaccine: VaccineKey, dose: number): Immunization {
  const { name, cvx } = vaccineOf(vaccine)
  return {
    resourceType: 'Immunization',
    id,
    status: 'completed',
    vaccineCode: coded(CVX, cvx, name),
    patient: subjectOf(hand),
    ...withinVisit(hand),
    occurrenceDateTime: toDateTime(hand.at),
    primarySource: true,
    lotNumber: `DEMO${hand.dice.whole(1_000, 9_999)}`,
    performer: [{ actor: organisationOf(hand) }],
    protocolApplied: [dose === 0 ? { doseNumberString: 'birth dose' } : { doseNumberPositiveInt: dose }],
  }
}

function dosageOf(prescribed: Prescribed, usual: Drug): Dosage {
  const dose = prescribed.dose ?? usual.dose
  const times = timesADay(dose)
  return {
    text: doseText(prescribed),
    ...(dose === 'SOS' ? { asNeededBoolean: true } : {}),
    ...(times === undefined ? {} : { timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } } }),
  }
}

const WORDS: Readonly<Record<string, number>> = { OD: 1, HS: 1, BD: 2, TDS: 3, QID: 4 }

/** 1-0-1 and BD are twice; SOS and stat are no number. */
function timesADay(dose: string): number | undefined {
  if (/^\d(-\d)+$/.test(dose)) return dose.split('-').filter((each) => each !== '0').length
  return WORDS[dose.split(' ')[0] ?? '']
}
