/** To which door somebody goes: the health worker and the PHC, the taluk hospital, the college, or the nursing home. */
import { ageOn, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { ORGANISATIONS, type Department, type OrganisationKey } from '../tables/organisations.ts'
import type { Clinic, Life } from './visit.ts'

/** Where a household goes first, the public ones in villages to the health and wellness centre. */
export function firstDoor(life: Life, day: Day, dice: Dice): Clinic {
  const usual = life.resident.firstDoor
  const door = dice.happens(0.85) ? usual : usual === 'public' ? 'private' : 'public'
  if (door === 'private') return clinicAt('nursing-home', forAge(life, day))
  const isNear = life.resident.place.rural && dice.happens(0.55)
  return isNear ? outreach(life) : clinicAt('taluk-hospital', forAge(life, day))
}

/** The health and wellness centre of the village, staffed by the taluk hospital. */
export function outreach(life: Life): Clinic {
  const centre = life.resident.place.rural
    ? `Health and Wellness Centre, ${life.resident.place.name}`
    : `Urban PHC, ${life.resident.place.name}`
  return { organisation: 'taluk-hospital', department: 'Outreach', place: centre }
}

/** A department of an institution, or its general one where it has no such. */
export function clinicAt(organisation: OrganisationKey, department: Department): Clinic {
  const has = ORGANISATIONS.some((one) => one.key === organisation && one.departments.includes(department))
  return { organisation, department: has ? department : 'General Medicine' }
}

export function forAge(life: Life, day: Day): Department {
  return ageOn(life.resident.born, day) < 14 ? 'Paediatrics' : 'General Medicine'
}

/** Private clinics send their patients to the laboratory; hospitals have one of their own. */
export function laboratoryFor(clinic: Clinic): { readonly laboratory?: OrganisationKey } {
  return clinic.organisation === 'nursing-home' ? { laboratory: 'laboratory' } : {}
}

export function pharmacyFor(life: Life): OrganisationKey {
  if (life.resident.firstDoor === 'public') return 'pharmacy-generic'
  return life.resident.place.region === 'malnad' ? 'pharmacy-temple-road' : 'pharmacy-station-road'
}
