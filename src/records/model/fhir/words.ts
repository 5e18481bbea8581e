import type { Address, CodeableConcept, Coding, HumanName, Reference } from '@medplum/fhirtypes'

import { isObject, type JsonObject } from '../read.ts'
import { codingWords, nameOf, wordsOf, type Directory } from './concept.ts'
import { plainName } from './plain.ts'

/** What an element says in words, whichever of R4's types it has; undefined where it has none. */
export function wordsAt(value: unknown, directory?: Directory): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (!isObject(value)) return undefined
  const words = wordsOfObject(value, directory)
  return words === undefined ? undefined : plainName(words)
}

function wordsOfObject(value: JsonObject, directory?: Directory): string | undefined {
  if (isReference(value)) return nameOf(value, directory)
  if (isHumanName(value)) return nameWords(value)
  if (isConcept(value)) return wordsOf(value)
  if (isAddress(value)) return addressWords(value)
  if (isCoding(value)) return codingWords(value)
  return wordsAt(value['title'] ?? value['name'] ?? value['value'])
}

/** A name as it is read out: the text, else the parts in the order they are said. */
export function nameWords({
  text,
  prefix = [],
  given = [],
  family,
  suffix = [],
}: HumanName): string | undefined {
  const said = text ?? [...prefix, ...given, family ?? '', ...suffix].filter(Boolean).join(' ')
  return said.trim() === '' ? undefined : said
}

function addressWords({ line = [], city, district, state, postalCode, country }: Address): string {
  return [...line, city, district, state, postalCode, country].filter(Boolean).join(', ')
}

export function isConcept(value: unknown): value is CodeableConcept {
  return isObject(value) && (Array.isArray(value['coding']) || typeof value['text'] === 'string')
}

function isReference(value: unknown): value is Reference {
  if (!isObject(value)) return false
  return (
    typeof value['reference'] === 'string' ||
    ('display' in value && !('code' in value) && !('system' in value))
  )
}

function isHumanName(value: unknown): value is HumanName {
  return isObject(value) && ('family' in value || Array.isArray(value['given']))
}

function isAddress(value: unknown): value is Address {
  return isObject(value) && (Array.isArray(value['line']) || 'city' in value || 'postalCode' in value)
}

function isCoding(value: unknown): value is Coding {
  return isObject(value) && typeof value['code'] === 'string'
}
