/** Who sees the patient: somebody employed there, of the department where there is one. */
import type { DemoPractitioner, Workforce } from '../people/workforce.ts'
import type { Department, OrganisationKey } from '../tables/organisations.ts'
import type { System } from '../tables/posts.ts'

export interface Staffing {
  doctorAt(organisation: OrganisationKey, department: Department): DemoPractitioner | undefined
  nurseAt(organisation: OrganisationKey): DemoPractitioner | undefined
  pharmacistAt(organisation: OrganisationKey): DemoPractitioner | undefined
}

const DOCTORS: readonly System[] = ['modern', 'dental', 'ayush']

export function newStaffing({ practitioners }: Workforce): Staffing {
  const at = (organisation: OrganisationKey, systems: readonly System[]) =>
    practitioners.filter((one) => one.employers.includes(organisation) && systems.includes(one.system))
  return {
    doctorAt(organisation, department) {
      const doctors = at(organisation, DOCTORS)
      const general = doctors.find((one) => one.department === 'General Medicine')
      return doctors.find((one) => one.department === department) ?? general ?? doctors[0]
    },
    nurseAt: (organisation) => at(organisation, ['nursing'])[0],
    pharmacistAt: (organisation) => at(organisation, ['pharmacy'])[0],
  }
}
