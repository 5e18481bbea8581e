import { expect, it } from 'vitest'

import { toText } from './import.ts'

const report = { bundles: 1, resources: { Patient: 1 }, patients: [], refused: [] }

it('names the references that lead nowhere by line and place, and how many more there are', () => {
  const first = [{ line: 4, path: 'Bundle.entry[1].resource.ofType(Observation).subject' }]
  const text = toText({ ...report, unanswered: { count: 1_201, first } })
  expect(text).toContain('1,201 references lead nowhere')
  expect(text).toContain('\n  line 4: Bundle.entry[1].resource.ofType(Observation).subject\n  and 1,200 more')
})

it('says nothing of references where each is answered', () => {
  expect(toText({ ...report, unanswered: { count: 0, first: [] } })).not.toContain('nowhere')
})
