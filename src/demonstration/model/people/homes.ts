/** Where each household lives and to which community it belongs, so that few households have right shares, too. */
import type { Dice } from '../dice.ts'
import { COMMUNITIES, type Community } from '../tables/names.ts'
import { PLACES, type District, type Place } from '../tables/places.ts'

export interface Home {
  readonly place: Place
  readonly community: Community
}

const COMMUNITY_KEYS: readonly Community[] = ['kannada', 'northern', 'konkani', 'muslim', 'christian']

export function newHomes(sizes: readonly number[], dice: Dice): readonly Home[] {
  const everyone = sizes.reduce((sum, size) => sum + size, 0)
  const room = new Map(PLACES.map((place) => [place, (place.people / 1_000) * everyone]))
  const due = new Map<District, Map<Community, number>>()
  return sizes.map((size) => {
    const place = emptiest(room)
    room.set(place, (room.get(place) ?? 0) - size)
    const dueHere =
      due.get(place.district) ?? new Map(COMMUNITY_KEYS.map((each) => [each, dice.between(0, 0.4)]))
    due.set(place.district, dueHere)
    return { place, community: nextIn(place.district, dueHere) }
  })
}

/** The community that is most behind its share of the district. */
function nextIn(district: District, due: Map<Community, number>): Community {
  for (const [community, share] of due) due.set(community, share + COMMUNITIES[district][community])
  const present = new Map([...due].filter(([community]) => COMMUNITIES[district][community] > 0))
  const chosen = emptiest(present)
  due.set(chosen, (due.get(chosen) ?? 0) - 1)
  return chosen
}

function emptiest<T>(room: ReadonlyMap<T, number>): T {
  const [first] = [...room].toSorted(([, a], [, b]) => b - a)
  if (!first) throw new Error('there is no room')
  return first[0]
}
