import { SENSITIVE_DRUGS, type DrugKey } from '../tables/drugs.ts'
import { SENSITIVE_TESTS, type TestKey } from '../tables/tests.ts'
import type { DemoDocument, DemoEntry, DemoResource, Written } from './entry.ts'
import type { Hand } from './hand.ts'

/** An entry around a resource, which is made with the entry's key as its id; `about` is what may make it sensitive. */
export function write(hand: Hand, make: (id: string) => DemoResource, about?: DrugKey | TestKey): DemoEntry {
  return writeAs(hand.dice.uuid(), hand, make, about)
}

export function writeAs(
  key: string,
  hand: Hand,
  make: (id: string) => DemoResource,
  about?: DrugKey | TestKey,
): DemoEntry {
  return { ...writtenBy(hand, key, about), kind: 'resource', resource: make(key) }
}

export function writeDocument(hand: Hand, document: DemoDocument): DemoEntry {
  return { ...writtenBy(hand, hand.dice.uuid(), undefined), kind: 'document', document }
}

const SENSITIVE: ReadonlySet<string> = new Set<DrugKey | TestKey>([...SENSITIVE_DRUGS, ...SENSITIVE_TESTS])

function writtenBy(hand: Hand, key: string, about: DrugKey | TestKey | undefined): Written {
  return {
    key,
    person: hand.person.key,
    organisation: hand.organisation.key,
    practitioner: hand.practitioner?.key,
    careAt: hand.at,
    sensitive: hand.isSensitive || (about !== undefined && SENSITIVE.has(about)),
  }
}
