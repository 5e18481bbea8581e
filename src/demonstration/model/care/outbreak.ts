/**
 * The outbreak to be found: acute gastroenteritis from one well, in one village, in the weeks before the end. Cases
 * come as a point source with a tail: most within ten days, then contacts in the house (Centers for Disease Control,
 * Principles of Epidemiology, lesson 6).
 */
import type { Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { EVERYDAY } from '../tables/everyday.ts'
import { OUTBREAK_PLACE } from '../tables/places.ts'
import { clinicAt, forAge, outreach } from './doors.ts'
import { illnessVisit } from './illness.ts'
import { lives } from './new-visit.ts'
import type { Pathway } from './visit.ts'

const DAYS_BEFORE_THE_END = 33
const LENGTH = 19
const ATTACK = 0.5

export function outbreakFrom(until: Day): Day {
  return until - DAYS_BEFORE_THE_END
}

export function outbreakTo(until: Day): Day {
  return outbreakFrom(until) + LENGTH
}

export const outbreak: Pathway = (life) => {
  const dice = life.dice.fork('outbreak')
  const isThere = life.resident.place.name === OUTBREAK_PLACE
  const gastroenteritis = EVERYDAY.find(({ short }) => short === 'AGE')
  if (!isThere || !gastroenteritis || !dice.happens(ATTACK)) return []
  const onset = outbreakFrom(life.end) + onsetAfter(dice)
  const isSick = dice.happens(0.25)
  const clinic = isSick ? clinicAt('taluk-hospital', forAge(life, onset)) : outreach(life)
  const visit = illnessVisit(gastroenteritis, life, onset, onset + dice.whole(0, 1), clinic, dice)
  const culture = isSick && dice.happens(0.5) ? { stoolCulture: 'Vibrio cholerae O1 Ogawa grown' } : {}
  const words = `${visit.complaint}; many in the village ill, bavi neeru kudidaddu`
  return [{ ...visit, complaint: words, findings: { ...visit.findings, ...culture } }].filter(({ day }) =>
    lives(life, day),
  )
}

function onsetAfter(dice: Dice): number {
  return dice.happens(0.75) ? Math.round((dice.share() + dice.share()) * 5) : dice.whole(8, LENGTH - 1)
}
