import type { Bytes } from '#kernel'
import type { Resource } from '@medplum/fhirtypes'

import { ResourceError } from '../errors.ts'
import { readText } from '../json/text.ts'
import { parseAsWritten } from '../json/written.ts'
import { isObject } from '../read.ts'

export type { Resource } from '@medplum/fhirtypes'

/**
 * The border between JSON and the field's types. Only what passed `validateResource` becomes an entry, so the name of
 * the type stands for its structure.
 */
export function isResource(value: unknown): value is Resource {
  return isObject(value) && typeof value['resourceType'] === 'string' && value['resourceType'] !== ''
}

/** The resource that stored bytes hold. */
export function readResource(bytes: Bytes): Resource {
  const text = readText(bytes, 0, bytes.length, 'resource')
  const value = parsed(text)
  if (isResource(value)) return value
  throw new ResourceError('NOT_A_RESOURCE', 'a resource is expected', 0, 'resource')
}

function parsed(text: string): unknown {
  try {
    return parseAsWritten(text)
  } catch {
    throw new ResourceError('MALFORMED_JSON', 'not JSON', 0, 'resource')
  }
}
