/** What conditional references call things (R4 section 3.1.0.12): by type and identifier. */
import type { Resource } from './fhir/resource.ts'
import { isObject, objectsAt, textAt } from './read.ts'
import { readQuery, readTarget, type Query } from './references.ts'

/** The name that a conditional reference asks for; undefined where it is none, or asks for anything but an identifier. */
export function nameOfCondition(written: string): string | undefined {
  // Nearly all references are asked, and nearly none is one.
  if (!written.includes('?')) return undefined
  const target = readTarget(written)
  return target?.form === 'conditional' ? nameOfQuery(target.type, target.query) : undefined
}

interface Addressed {
  readonly fullUrl: string | null
  readonly ifNoneExist: string | null
}

/**
 * What makes two resources one: what `ifNoneExist` asks for (R4 section 3.1.0.7.1), else the URL they go by, else their
 * first identifier; undefined where they have none of these.
 */
export function identityOf(resource: Resource, { fullUrl, ifNoneExist }: Addressed): string | undefined {
  const asked = ifNoneExist === null ? undefined : nameOfNoneExist(resource.resourceType, ifNoneExist)
  return asked ?? (fullUrl === null ? identifiersOf(resource)[0] : `${resource.resourceType}|url|${fullUrl}`)
}

function nameOfNoneExist(type: string, written: string): string | undefined {
  return nameOfQuery(type, readQuery(written.replace(/^[^?]*\?/, '')))
}

/** All the names a resource has. */
export function identifiersOf(resource: Resource): readonly string[] {
  if (!isObject(resource)) return []
  return objectsAt(resource, 'identifier').flatMap((identifier) => {
    const value = textAt(identifier, 'value')
    return value === null ? [] : nameOfIdentifier(resource.resourceType, textAt(identifier, 'system'), value)
  })
}

function nameOfQuery(type: string, query: Query): string | undefined {
  const [first, ...others] = query
  if (first?.[0] !== 'identifier' || others.length > 0) return undefined
  const [system = '', ...value] = first[1].split('|')
  return value.length === 0
    ? nameOfIdentifier(type, null, system)
    : nameOfIdentifier(type, system || null, value.join('|'))
}

function nameOfIdentifier(type: string, system: string | null, value: string): string {
  return `${type}|${system ?? ''}|${value}`
}
