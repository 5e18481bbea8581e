/** What people are called. The forms are those of the four districts; the names are in `tables/names.ts`. */
import type { Dice } from '../dice.ts'
import type { DemoName, Sex } from '../person.ts'
import { FAMILY_NAMES, GIVEN_NAMES, VILLAGE_INITIALS, type Community } from '../tables/names.ts'

/** What the members of a household share. */
export interface FamilyName {
  readonly community: Community
  readonly family: string | undefined
  readonly villageInitial: string
}

export function newFamilyName(community: Community, dice: Dice): FamilyName {
  const family = community === 'kannada' ? undefined : dice.pick(FAMILY_NAMES[community])
  return { community, family, villageInitial: dice.pick(VILLAGE_INITIALS) }
}

/** A name for one born in that year, `elder` being whose initial or name it carries: a father's or a husband's. */
export function newName(of: FamilyName, sex: Sex, bornIn: number, elder: string, dice: Dice): DemoName {
  const names = GIVEN_NAMES[of.community][sex]
  const given = dice.pick(bornIn < 1985 ? names.elder : names.younger)
  switch (of.community) {
    case 'kannada':
      return withInitials(given, of, sex, bornIn, elder, dice)
    case 'northern':
      return { displayed: `${given} ${elder} ${of.family}`, given, initials: undefined, family: of.family }
    case 'muslim':
      return muslimName(given, of, sex, dice)
    case 'konkani':
    case 'christian':
      return { displayed: `${given} ${of.family}`, given, initials: undefined, family: of.family }
  }
}

/** A newborn has no name yet; the ward calls it by its mother's. */
export function babyName(motherGiven: string): DemoName {
  return { displayed: `Baby of ${motherGiven}`, given: 'Baby', initials: undefined, family: undefined }
}

function withInitials(
  given: string,
  of: FamilyName,
  sex: Sex,
  bornIn: number,
  elder: string,
  dice: Dice,
): DemoName {
  const single = sex === 'female' && bornIn < 1980 && dice.happens(0.6)
  if (single) return { displayed: given, given, initials: undefined, family: undefined }
  const initials = `${of.villageInitial}. ${elder.charAt(0)}.`
  return { displayed: `${given} ${initials}`, given, initials, family: undefined }
}

function muslimName(given: string, of: FamilyName, sex: Sex, dice: Dice): DemoName {
  if (sex === 'male')
    return { displayed: `${given} ${of.family}`, given, initials: undefined, family: of.family }
  const family = dice.pick(['Begum', 'Banu', 'Bi'])
  return { displayed: `${given} ${family}`, given, initials: undefined, family }
}
