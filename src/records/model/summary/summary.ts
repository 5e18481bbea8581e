/** What a doctor with four minutes sees without scrolling. Rules are R4's own codes; each is named where it is used. */
import type { Directory } from '../fhir/concept.ts'
import { isEnteredInError } from '../status.ts'
import type { Box, Source } from './box.ts'
import { medicinesOf } from './medicines.ts'
import { resultsOf, type ResultItem } from './results.ts'
import { allergiesOf, problemsOf } from './stated.ts'

interface Summary {
  readonly allergies: Box
  readonly medicines: Box
  readonly problems: Box
  readonly results: Box<ResultItem>
  readonly vitalSigns: Box<ResultItem>
  /** The entry that has the person's picture. */
  readonly photo: string | null
}

/** As many as fit beside each other on the screen; the rest is in the timeline. */
const MOST_RESULTS = 12
const MOST_VITAL_SIGNS = 8
/** A clock elsewhere may be ahead, and a day begins earlier in the east. */
const DAY = 24 * 60 * 60 * 1000

/** The summary of entries that are open, at a moment in milliseconds since 1970. */
export function summaryOf(open: readonly Source[], now: number, directory?: Directory): Summary {
  const sources = open.filter(({ resource }) => !isEnteredInError(resource))
  // A year mistyped by whoever sent it would otherwise be the last result for years.
  const past = sources.filter(({ careAt }) => careAt <= now + DAY)
  return {
    allergies: allergiesOf(sources),
    medicines: medicinesOf(sources, now, directory),
    problems: problemsOf(sources, now),
    results: resultsOf(past, 'result', MOST_RESULTS),
    vitalSigns: resultsOf(past, 'vital-signs', MOST_VITAL_SIGNS),
    photo: sources.find(hasPhoto)?.entry ?? null,
  }
}

function hasPhoto({ resource }: Source): boolean {
  return resource.resourceType === 'Patient' && (resource.photo?.length ?? 0) > 0
}
