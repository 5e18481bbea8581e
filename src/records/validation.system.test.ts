import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

import { expect, it } from 'vitest'

import { sharedData } from '../../test/shared-data.ts'
import { validateResource } from './validation.ts'

const bundles = sharedData('synthea/dev.bundles.ndjson.gz')

it.skipIf(!bundles)('takes every resource of the Synthea bundles', async () => {
  const types = new Map<string, number>()
  for await (const line of createInterface({ input: createReadStream(bundles ?? '').pipe(createGunzip()) })) {
    const { entry }: { entry: { resource: { resourceType: string } }[] } = JSON.parse(line)
    for (const { resource } of entry) {
      const problems = validateResource(resource)
      if (problems.length > 0) expect(problems).toEqual([])
      types.set(resource.resourceType, (types.get(resource.resourceType) ?? 0) + 1)
    }
  }
  expect([...types.values()].reduce((sum, count) => sum + count)).toBe(115_262)
})

const examples = ['abdm', 'ips', 'us-core'].map((name) => [name, sharedData(name)] as const)

/** Narrative.div is 1..1, and this example has a narrative without one. */
const REFUSED = new Map([
  ['diagnosticreport-cbc.json', [{ path: 'DiagnosticReport.text.div', problem: 'is missing' }]],
])

it.skipIf(!examples[0]?.[1]).each(examples)('takes the %s examples', (_, folder = '') => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const resource: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
    expect({ file, problems: validateResource(resource) }).toEqual({
      file,
      problems: REFUSED.get(file) ?? [],
    })
  }
})
