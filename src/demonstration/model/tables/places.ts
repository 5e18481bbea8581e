/**
 * Where the people live. The districts and taluks are real, so that a map can show them; towns and villages are
 * invented. Fifty-nine of a hundred live in villages (NFHS-5, India).
 */

/** The hills of the Western Ghats, the coast below them, and the plains to the east. */
export type Region = 'malnad' | 'coast' | 'plains'

export interface Place {
  readonly name: string
  readonly rural: boolean
  readonly taluk: string
  readonly district: District
  readonly region: Region
  readonly pin: string
  /** Of a thousand people, how many live here. */
  readonly people: number
}

export type District = 'Shivamogga' | 'Uttara Kannada' | 'Haveri' | 'Davanagere'

const SAGARA = { taluk: 'Sagara', district: 'Shivamogga', region: 'malnad', pin: '577401' } as const
const THIRTHAHALLI = {
  taluk: 'Thirthahalli',
  district: 'Shivamogga',
  region: 'malnad',
  pin: '577432',
} as const
const SHIVAMOGGA = { taluk: 'Shivamogga', district: 'Shivamogga', region: 'plains', pin: '577201' } as const
const HONNAVARA = { taluk: 'Honnavara', district: 'Uttara Kannada', region: 'coast', pin: '581334' } as const
const HANAGAL = { taluk: 'Hanagal', district: 'Haveri', region: 'plains', pin: '581104' } as const
const HONNALI = { taluk: 'Honnali', district: 'Davanagere', region: 'plains', pin: '577217' } as const

export const PLACES: readonly Place[] = [
  { name: 'Kaduguli', rural: true, people: 130, ...SAGARA },
  { name: 'Hosamanekoppa', rural: true, people: 75, ...SAGARA },
  { name: 'Aragamane', rural: true, people: 70, ...THIRTHAHALLI },
  { name: 'Bettadamakki', rural: true, people: 55, ...THIRTHAHALLI },
  { name: 'Kadalakeri', rural: true, people: 70, ...HONNAVARA },
  { name: 'Halladagadde', rural: true, people: 50, ...HONNAVARA },
  { name: 'Belagundi', rural: true, people: 75, ...HANAGAL },
  { name: 'Hosakerehalli', rural: true, people: 65, ...HONNALI },
  { name: 'Varadapura', rural: false, people: 130, ...SAGARA },
  { name: 'Nadathore', rural: false, people: 150, ...SHIVAMOGGA },
  { name: 'Kadalapete', rural: false, people: 60, ...HONNAVARA },
  { name: 'Hirepete', rural: false, people: 70, ...HANAGAL },
]

/** The village in which an outbreak is hidden: the largest, so that it has people enough. */
export const OUTBREAK_PLACE = 'Kaduguli'
