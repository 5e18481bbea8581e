/** The institutions of the demonstration. All are invented; none is meant to resemble one that exists. */

export type OrganisationKind = 'hospital' | 'clinic' | 'laboratory' | 'pharmacy' | 'authority'

export interface DemoOrganisation {
  readonly key: OrganisationKey
  /** What resources refer to it by: `urn:uuid:…`. */
  readonly reference: string
  readonly kind: OrganisationKind
  readonly name: string
  /** Its establishment or drug licence number; no register has such. */
  readonly registration: string
  /** As unassignable as those of the people. */
  readonly phone: string
  readonly ownership: 'public' | 'private'
  readonly address: {
    readonly line: string
    readonly place: string
    readonly taluk: string
    readonly district: string
    readonly state: 'Karnataka'
    readonly pin: string
  }
  readonly departments: readonly Department[]
  /** From this day it writes resources; before, paper. */
  readonly digitalSince: string
}

export type OrganisationKey =
  | 'college'
  | 'taluk-hospital'
  | 'nursing-home'
  | 'laboratory'
  | 'pharmacy-generic'
  | 'pharmacy-temple-road'
  | 'pharmacy-station-road'
  | 'authority'

export type Department =
  | 'General Medicine'
  | 'Paediatrics'
  | 'Obstetrics and Gynaecology'
  | 'General Surgery'
  | 'Orthopaedics'
  | 'Chest and Tuberculosis'
  | 'Ophthalmology'
  | 'Psychiatry'
  | 'De-addiction'
  | 'ART Centre'
  | 'Family Planning'
  | 'Dental'
  | 'AYUSH'
  | 'Emergency'
  | 'NCD Clinic'
  | 'Outreach'
  | 'Laboratory'
  | 'Pharmacy'
  | 'Surveillance'
  | 'Licensing'

const SHIVAMOGGA = { taluk: 'Shivamogga', district: 'Shivamogga', state: 'Karnataka', pin: '577201' } as const
const SAGARA = { taluk: 'Sagara', district: 'Shivamogga', state: 'Karnataka', pin: '577401' } as const

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    key: 'college',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000001',
    kind: 'hospital',
    name: 'Hosabelaku District Medical College Hospital',
    registration: 'DEMO-KPME-001',
    phone: '+915550000001',
    ownership: 'public',
    address: { line: 'College Road', place: 'Nadathore', ...SHIVAMOGGA },
    departments: [
      'General Medicine',
      'Paediatrics',
      'Obstetrics and Gynaecology',
      'General Surgery',
      'Orthopaedics',
      'Chest and Tuberculosis',
      'Ophthalmology',
      'Psychiatry',
      'De-addiction',
      'ART Centre',
      'Emergency',
    ],
    digitalSince: '2020-12-01',
  },
  {
    key: 'taluk-hospital',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000002',
    kind: 'hospital',
    name: 'Varadapura Taluk Hospital',
    registration: 'DEMO-KPME-002',
    phone: '+915550000002',
    ownership: 'public',
    address: { line: 'Bus Stand Road', place: 'Varadapura', ...SAGARA },
    departments: [
      'General Medicine',
      'Paediatrics',
      'Obstetrics and Gynaecology',
      'Family Planning',
      'Chest and Tuberculosis',
      'Dental',
      'AYUSH',
      'Emergency',
      'NCD Clinic',
      'Outreach',
    ],
    digitalSince: '2021-01-01',
  },
  {
    key: 'nursing-home',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000003',
    kind: 'hospital',
    name: 'Kamanabillu Nursing Home',
    registration: 'DEMO-KPME-003',
    phone: '+915550000003',
    ownership: 'private',
    address: { line: '2nd Cross, Temple Road', place: 'Varadapura', ...SAGARA },
    departments: ['General Medicine', 'Paediatrics', 'Obstetrics and Gynaecology', 'General Surgery'],
    digitalSince: '2021-04-01',
  },
  {
    key: 'laboratory',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000004',
    kind: 'laboratory',
    name: 'Nikharamane Diagnostic Laboratory',
    registration: 'DEMO-KPME-004',
    phone: '+915550000004',
    ownership: 'private',
    address: { line: 'Temple Road', place: 'Varadapura', ...SAGARA },
    departments: ['Laboratory'],
    digitalSince: '2020-12-01',
  },
  {
    key: 'pharmacy-generic',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000005',
    kind: 'pharmacy',
    name: 'Hithadhare Generic Medicines',
    registration: 'DEMO-20-21-005',
    phone: '+915550000005',
    ownership: 'public',
    address: { line: 'Bus Stand Road', place: 'Varadapura', ...SAGARA },
    departments: ['Pharmacy'],
    digitalSince: '2021-01-01',
  },
  {
    key: 'pharmacy-temple-road',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000006',
    kind: 'pharmacy',
    name: 'Mundumane Medicals',
    registration: 'DEMO-20-21-006',
    phone: '+915550000006',
    ownership: 'private',
    address: { line: 'Temple Road', place: 'Varadapura', ...SAGARA },
    departments: ['Pharmacy'],
    digitalSince: '2021-01-01',
  },
  {
    key: 'pharmacy-station-road',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000007',
    kind: 'pharmacy',
    name: 'Gaalimane Pharmacy',
    registration: 'DEMO-20-21-007',
    phone: '+915550000007',
    ownership: 'private',
    address: { line: 'Station Road', place: 'Nadathore', ...SHIVAMOGGA },
    departments: ['Pharmacy'],
    digitalSince: '2021-01-01',
  },
  {
    key: 'authority',
    reference: 'urn:uuid:0d3a0001-0000-4000-a000-000000000008',
    kind: 'authority',
    name: 'Demonstration Health Authority of the Malnad',
    registration: 'DEMO-AUTH-008',
    phone: '+915550000008',
    ownership: 'public',
    address: { line: 'Office Road', place: 'Nadathore', ...SHIVAMOGGA },
    departments: ['Surveillance', 'Licensing'],
    digitalSince: '2021-01-01',
  },
]

/** Departments whose every entry is sensitive from the start (clinic.md, "Sensitive by default"). */
export const SENSITIVE_DEPARTMENTS: readonly Department[] = [
  'ART Centre',
  'Psychiatry',
  'De-addiction',
  'Family Planning',
]

export function organisationAt(key: OrganisationKey): DemoOrganisation {
  const organisation = ORGANISATIONS.find((one) => one.key === key)
  if (!organisation) throw new Error(`there is no organisation ${key}`)
  return organisation
}
