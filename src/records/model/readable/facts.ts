/** The elements of each type that are read first, in reading order. `[x]` is a choice; a dot leads into an element. */
import type { ReadableLabel } from './labels.ts'

export type FactRow = readonly [label: ReadableLabel, path: string]

/** What most types have in common, read after their own. */
export const COMMON: readonly FactRow[] = [
  ['status', 'status'],
  ['category', 'category'],
  ['bodySite', 'bodySite'],
  ['reason', 'reasonCode'],
  ['reason', 'reasonReference'],
  ['priority', 'priority'],
  ['orderedBy', 'requester'],
  ['who', 'performer'],
  ['recordedBy', 'recorder'],
  ['reportedBy', 'asserter'],
  ['where', 'location'],
  ['who', 'author'],
  ['description', 'description'],
]

const MEDICINE: readonly FactRow[] = [
  ['medicine', 'medication[x]'],
  ['when', 'effective[x]'],
]

export const FACTS: ReadonlyMap<string, readonly FactRow[]> = new Map(
  Object.entries<readonly FactRow[]>({
    AllergyIntolerance: [
      ['what', 'code'],
      ['danger', 'criticality'],
      ['status', 'clinicalStatus'],
      ['verified', 'verificationStatus'],
      ['began', 'onset[x]'],
      ['recorded', 'recordedDate'],
    ],
    Appointment: [
      ['what', 'appointmentType'],
      ['service', 'serviceType'],
      ['when', 'start'],
      ['until', 'end'],
      ['instructions', 'patientInstruction'],
    ],
    CarePlan: [
      ['plan', 'title'],
      ['when', 'period'],
      ['recorded', 'created'],
      ['reason', 'addresses'],
    ],
    Claim: [
      ['what', 'type'],
      ['when', 'billablePeriod'],
      ['recorded', 'created'],
      ['total', 'total'],
      ['where', 'provider'],
      ['insurer', 'insurer'],
      ['insurer', 'insurance.coverage'],
      ['reason', 'diagnosis.diagnosis[x]'],
    ],
    Condition: [
      ['what', 'code'],
      ['status', 'clinicalStatus'],
      ['verified', 'verificationStatus'],
      ['severity', 'severity'],
      ['began', 'onset[x]'],
      ['ended', 'abatement[x]'],
      ['recorded', 'recordedDate'],
      ['stage', 'stage.summary'],
    ],
    Device: [
      ['device', 'deviceName.name'],
      ['what', 'type'],
      ['maker', 'manufacturer'],
      ['model', 'modelNumber'],
      ['lot', 'lotNumber'],
      ['expires', 'expirationDate'],
    ],
    DiagnosticReport: [
      ['what', 'code'],
      ['when', 'effective[x]'],
      ['recorded', 'issued'],
      ['conclusion', 'conclusion'],
      ['diagnosis', 'conclusionCode'],
      ['specimen', 'specimen'],
      ['who', 'resultsInterpreter'],
    ],
    DocumentReference: [
      ['what', 'type'],
      ['when', 'context.period'],
      ['recorded', 'date'],
      ['where', 'custodian'],
    ],
    Encounter: [
      ['kindOfVisit', 'class'],
      ['what', 'type'],
      ['reason', 'reasonCode'],
      ['when', 'period'],
      ['where', 'serviceProvider'],
      ['where', 'location.location'],
      ['participants', 'participant.individual'],
      ['diagnosis', 'diagnosis.condition'],
      ['discharge', 'hospitalization.dischargeDisposition'],
    ],
    ExplanationOfBenefit: [
      ['what', 'type'],
      ['when', 'billablePeriod'],
      ['recorded', 'created'],
      ['total', 'total.amount'],
      ['paid', 'payment.amount'],
      ['where', 'provider'],
      ['insurer', 'insurer'],
      ['outcome', 'outcome'],
    ],
    Goal: [
      ['what', 'description'],
      ['status', 'lifecycleStatus'],
      ['outcome', 'achievementStatus'],
      ['began', 'start[x]'],
      ['target', 'target.detail[x]'],
      ['due', 'target.due[x]'],
    ],
    ImagingStudy: [
      ['what', 'procedureCode'],
      ['when', 'started'],
      ['modality', 'modality'],
      ['pictures', 'numberOfInstances'],
      ['who', 'interpreter'],
    ],
    Immunization: [
      ['vaccine', 'vaccineCode'],
      ['when', 'occurrence[x]'],
      ['dose', 'protocolApplied.doseNumber[x]'],
      ['disease', 'protocolApplied.targetDisease'],
      ['lot', 'lotNumber'],
      ['expires', 'expirationDate'],
      ['bodySite', 'site'],
      ['route', 'route'],
      ['notGiven', 'statusReason'],
      ['reportedBy', 'reportOrigin'],
      ['who', 'performer.actor'],
    ],
    Media: [
      ['what', 'type'],
      ['modality', 'modality'],
      ['when', 'created[x]'],
      ['recorded', 'issued'],
    ],
    MedicationAdministration: [
      ...MEDICINE,
      ['dose', 'dosage.dose'],
      ['route', 'dosage.route'],
      ['who', 'performer.actor'],
    ],
    MedicationDispense: [
      ...MEDICINE,
      ['quantity', 'quantity'],
      ['lasted', 'daysSupply'],
      ['handedOver', 'whenHandedOver'],
      ['who', 'performer.actor'],
    ],
    MedicationRequest: [
      ...MEDICINE,
      ['when', 'authoredOn'],
      ['quantity', 'dispenseRequest.quantity'],
      ['repeats', 'dispenseRequest.numberOfRepeatsAllowed'],
      ['lasted', 'dispenseRequest.expectedSupplyDuration'],
      ['substitution', 'substitution.allowed[x]'],
    ],
    MedicationStatement: [...MEDICINE, ['recorded', 'dateAsserted'], ['reportedBy', 'informationSource']],
    Observation: [
      ['what', 'code'],
      ['when', 'effective[x]'],
      ['recorded', 'issued'],
      ['method', 'method'],
      ['specimen', 'specimen'],
      ['device', 'device'],
    ],
    Patient: [
      ['name', 'name'],
      ['sex', 'gender'],
      ['born', 'birthDate'],
      ['died', 'deceased[x]'],
      ['phone', 'telecom'],
      ['address', 'address'],
    ],
    Procedure: [
      ['what', 'code'],
      ['when', 'performed[x]'],
      ['outcome', 'outcome'],
      ['complications', 'complication'],
      ['followUp', 'followUp'],
      ['who', 'performer.actor'],
    ],
    QuestionnaireResponse: [
      ['recorded', 'authored'],
      ['reportedBy', 'source'],
    ],
    ServiceRequest: [
      ['what', 'code'],
      ['when', 'occurrence[x]'],
      ['recorded', 'authoredOn'],
      ['instructions', 'patientInstruction'],
    ],
    Specimen: [
      ['specimen', 'type'],
      ['when', 'collection.collected[x]'],
      ['recorded', 'receivedTime'],
    ],
  }),
)

/** Elements whose words are in the page's catalogue, not in the record: codes of R4, */
export const CODES = new Set(
  'status docStatus lifecycleStatus criticality gender outcome priority'.split(' '),
)
/** and concepts that R4 binds to its own codes. */
export const CODED_CONCEPTS = new Set(
  'clinicalStatus verificationStatus achievementStatus priority class'.split(' '),
)
