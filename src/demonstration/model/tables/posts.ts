/** Who works where, most needed first: a small demonstration fills the top of the list only. */
import type { Department, OrganisationKey } from './organisations.ts'

export type System = 'modern' | 'dental' | 'ayush' | 'nursing' | 'pharmacy'
export type StaffRole = 'records-clerk' | 'nurse' | 'pharmacist' | 'administrator' | 'officer'

export interface Post {
  readonly organisation: OrganisationKey
  readonly department: Department
  /** A doctor or dentist has no other role; a nurse or pharmacist is staff with a licence. */
  readonly role: 'doctor' | StaffRole
  readonly licence?: { readonly system: System; readonly qualification: string }
  /** Where he or she works as well. */
  readonly also?: OrganisationKey
}

const modern = (qualification: string) => ({ system: 'modern', qualification }) as const
const NURSING = { system: 'nursing', qualification: 'BSc Nursing' } as const
const MIDWIFERY = { system: 'nursing', qualification: 'ANM' } as const
const PHARMACY = { system: 'pharmacy', qualification: 'BPharm' } as const

/** The first posts, which every demonstration fills, however small. */
export const LEAST_POSTS = 15

export const POSTS: readonly Post[] = [
  {
    organisation: 'college',
    department: 'General Medicine',
    role: 'doctor',
    licence: modern('MBBS, MD (General Medicine)'),
  },
  { organisation: 'authority', department: 'Licensing', role: 'officer' },
  { organisation: 'authority', department: 'Surveillance', role: 'officer' },
  { organisation: 'taluk-hospital', department: 'General Medicine', role: 'doctor', licence: modern('MBBS') },
  {
    organisation: 'nursing-home',
    department: 'General Medicine',
    role: 'doctor',
    licence: modern('MBBS, DNB (Family Medicine)'),
  },
  { organisation: 'college', department: 'General Medicine', role: 'records-clerk' },
  { organisation: 'college', department: 'General Medicine', role: 'administrator' },
  { organisation: 'taluk-hospital', department: 'Outreach', role: 'nurse', licence: MIDWIFERY },
  { organisation: 'pharmacy-generic', department: 'Pharmacy', role: 'pharmacist', licence: PHARMACY },
  {
    organisation: 'laboratory',
    department: 'Laboratory',
    role: 'doctor',
    licence: modern('MBBS, MD (Pathology)'),
  },
  { organisation: 'taluk-hospital', department: 'General Medicine', role: 'administrator' },
  { organisation: 'pharmacy-temple-road', department: 'Pharmacy', role: 'pharmacist', licence: PHARMACY },
  { organisation: 'pharmacy-station-road', department: 'Pharmacy', role: 'pharmacist', licence: PHARMACY },
  { organisation: 'nursing-home', department: 'General Medicine', role: 'administrator' },
  { organisation: 'laboratory', department: 'Laboratory', role: 'administrator' },
  { organisation: 'taluk-hospital', department: 'General Medicine', role: 'records-clerk' },
  { organisation: 'college', department: 'General Medicine', role: 'nurse', licence: NURSING },
  {
    organisation: 'college',
    department: 'Psychiatry',
    role: 'doctor',
    licence: modern('MBBS, MD (Psychiatry)'),
  },
  {
    organisation: 'college',
    department: 'Obstetrics and Gynaecology',
    role: 'doctor',
    licence: modern('MBBS, MS (OBG)'),
  },
  {
    organisation: 'taluk-hospital',
    department: 'Obstetrics and Gynaecology',
    role: 'doctor',
    licence: modern('MBBS, DGO'),
    also: 'nursing-home',
  },
  {
    organisation: 'college',
    department: 'Paediatrics',
    role: 'doctor',
    licence: modern('MBBS, MD (Paediatrics)'),
  },
  {
    organisation: 'taluk-hospital',
    department: 'Paediatrics',
    role: 'doctor',
    licence: modern('MBBS, DCH'),
    also: 'nursing-home',
  },
  {
    organisation: 'college',
    department: 'ART Centre',
    role: 'doctor',
    licence: modern('MBBS, MD (General Medicine)'),
  },
  {
    organisation: 'college',
    department: 'Emergency',
    role: 'doctor',
    licence: modern('MBBS, MD (Emergency Medicine)'),
  },
  {
    organisation: 'college',
    department: 'Chest and Tuberculosis',
    role: 'doctor',
    licence: modern('MBBS, MD (Respiratory Medicine)'),
  },
  {
    organisation: 'college',
    department: 'General Surgery',
    role: 'doctor',
    licence: modern('MBBS, MS (General Surgery)'),
    also: 'nursing-home',
  },
  {
    organisation: 'college',
    department: 'Orthopaedics',
    role: 'doctor',
    licence: modern('MBBS, MS (Orthopaedics)'),
  },
  {
    organisation: 'college',
    department: 'Ophthalmology',
    role: 'doctor',
    licence: modern('MBBS, MS (Ophthalmology)'),
  },
  {
    organisation: 'taluk-hospital',
    department: 'Dental',
    role: 'doctor',
    licence: { system: 'dental', qualification: 'BDS' },
  },
  {
    organisation: 'taluk-hospital',
    department: 'AYUSH',
    role: 'doctor',
    licence: { system: 'ayush', qualification: 'BAMS' },
  },
  { organisation: 'taluk-hospital', department: 'NCD Clinic', role: 'nurse', licence: NURSING },
  { organisation: 'nursing-home', department: 'General Medicine', role: 'nurse', licence: NURSING },
  { organisation: 'nursing-home', department: 'General Medicine', role: 'records-clerk' },
  { organisation: 'laboratory', department: 'Laboratory', role: 'records-clerk' },
  { organisation: 'laboratory', department: 'Laboratory', role: 'records-clerk' },
  { organisation: 'authority', department: 'Licensing', role: 'officer' },
]

/** Which council licenses whom in Karnataka, and how its invented register numbers begin: no council issues such numbers. */
export const COUNCILS: Readonly<Record<System, { readonly name: string; readonly prefix: string }>> = {
  modern: { name: 'Karnataka Medical Council', prefix: 'DEMO-KMC' },
  dental: { name: 'Karnataka State Dental Council', prefix: 'DEMO-KSDC' },
  ayush: { name: 'Karnataka Ayurvedic and Unani Practitioners Board', prefix: 'DEMO-KAUP' },
  nursing: { name: 'Karnataka State Nursing Council', prefix: 'DEMO-KSNC' },
  pharmacy: { name: 'Karnataka State Pharmacy Council', prefix: 'DEMO-KSPC' },
}
