import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

import { expect, it } from 'vitest'

import { sharedData } from '../../../../test/shared-data.ts'
import { isResource } from '../fhir/resource.ts'
import { demographicsOf, fitOf, type Registered } from './fits.ts'

const bundles = sharedData('synthea/dev.bundles.ndjson.gz')

it.skipIf(!bundles)('tells a hundred Synthea patients from the other 368', async () => {
  const people: Registered[] = []
  for await (const line of createInterface({ input: createReadStream(bundles ?? '').pipe(createGunzip()) })) {
    const { entry }: { entry: { resource: unknown }[] } = JSON.parse(line)
    const patient = entry.map(({ resource }) => resource).find(isResource)
    if (patient) people.push(demographicsOf(patient))
  }
  const fitting = people
    .slice(0, 100)
    .map((record) =>
      people.filter((person) => !Object.values(fitOf({ ...record, age: null }, person)).includes('differs')),
    )
  expect(people).toHaveLength(369)
  expect(fitting.filter((found) => found.length !== 1)).toEqual([])
})
