import { firstOfPaths, readText, steps } from './fhir/path.ts'
import type { Resource } from './fhir/resource.ts'

/** Where R4 keeps the state of a resource. */
const STATUS = ['status', 'lifecycleStatus', 'clinicalStatus.coding.code'].map(steps)
/** Where it keeps whether the whole was an error, which goes before the rest. */
const ERROR_STATUS = ['status', 'verificationStatus.coding.code', 'docStatus'].map(steps)

export const ENTERED_IN_ERROR = 'entered-in-error'

export function isEnteredInError(resource: Resource): boolean {
  return firstOfPaths(resource, ERROR_STATUS, readError) !== undefined
}

/** The state of a resource as a code of R4, or null where it has none. */
export function statusOf(resource: Resource): string | null {
  return isEnteredInError(resource) ? ENTERED_IN_ERROR : (firstOfPaths(resource, STATUS, readText) ?? null)
}

function readError(value: unknown): true | undefined {
  return value === ENTERED_IN_ERROR ? true : undefined
}
