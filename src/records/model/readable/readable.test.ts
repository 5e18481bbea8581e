import { readdirSync, readFileSync } from 'node:fs'

import { toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { sharedData } from '../../../../test/shared-data.ts'
import { isResource, readResource, type Resource } from '../fhir/resource.ts'
import { isObject, objectsAt } from '../read.ts'
import { READABLE_LABELS, type ReadableLabel } from './labels.ts'
import { readable } from './readable.ts'

function fromJson(json: string): Resource {
  return readResource(toUtf8(json))
}

function fact(resource: Resource, label: ReadableLabel) {
  return readable(resource).facts.find((one) => one.label === label)?.values
}

const potassium = `{"resourceType":"Observation","id":"k","status":"final","code":{"text":"Potassium"},
  "valueQuantity":{"value":3.50,"unit":"mmol/L"},"referenceRange":[{"low":{"value":3.5,"unit":"mmol/L"},"high":{"value":5.10,"unit":"mmol/L"}}],
  "interpretation":[{"coding":[{"code":"LL"}]}]}`

it('puts a result in a row, every digit as it was written', () => {
  expect(readable(fromJson(potassium)).tables).toEqual([
    {
      label: 'results',
      columns: ['name', 'value', 'unit', 'range', 'abnormal'],
      rows: [
        [
          { as: 'text', text: 'Potassium' },
          { as: 'text', text: '3.50' },
          { as: 'text', text: 'mmol/L' },
          { as: 'text', text: '3.5 – 5.10 mmol/L' },
          { as: 'abnormal', abnormal: 'very-low' },
        ],
      ],
    },
  ])
})

it('lists the results of a report, and names without values those that are not open', () => {
  const report = fromJson(`{"resourceType":"DiagnosticReport","status":"final","code":{"text":"Electrolytes"},
    "result":[{"reference":"Observation/k"},{"reference":"Observation/secret","display":"HIV"},{"reference":"#in"}],
    "contained":[{"resourceType":"Observation","id":"in","status":"final","code":{"text":"Sodium"},"valueInteger":140}]}`)
  const related = (reference: string) => (reference === 'Observation/k' ? fromJson(potassium) : undefined)
  const [table] = readable(report, undefined, related).tables
  expect(table?.rows.map(([name, value]) => [name, value])).toEqual([
    [
      { as: 'text', text: 'Potassium' },
      { as: 'text', text: '3.50' },
    ],
    [{ as: 'text', text: 'HIV' }, null],
    [
      { as: 'text', text: 'Sodium' },
      { as: 'text', text: '140' },
    ],
  ])
})

it('takes a dosage apart for the page to make a sentence of', () => {
  const { lists } = readable(
    fromJson(`{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{},
      "medicationCodeableConcept":{"text":"Metformin"},"dosageInstruction":[{"asNeededBoolean":false,"route":{"text":"by mouth"},
      "timing":{"repeat":{"frequency":1,"frequencyMax":2,"period":1,"periodUnit":"d","when":["PCM"],"boundsDuration":{"value":5,"code":"d"}}},
      "doseAndRate":[{"doseQuantity":{"value":500,"unit":"mg"}}]}]}`),
  )
  expect(lists).toEqual([
    {
      label: 'dosage',
      values: [
        {
          as: 'dosage',
          dosage: {
            text: null,
            dose: '500 mg',
            timing: { times: 1, most: 2, period: 1, unit: 'd' },
            when: ['PCM'],
            asNeeded: false,
            route: 'by mouth',
            lasting: { value: 5, unit: 'd' },
          },
        },
      ],
    },
  ])
})

it('keeps dates as they were said, and codes for the catalogue', () => {
  const condition =
    fromJson(`{"resourceType":"Condition","subject":{},"code":{"text":"Asthma"},"onsetDateTime":"2011-03",
    "clinicalStatus":{"coding":[{"code":"active"}]}}`)
  expect(fact(condition, 'began')).toEqual([{ as: 'date', date: '2011-03' }])
  expect(fact(condition, 'status')).toEqual([{ as: 'code', code: 'active' }])
})

it('names who and where by the directory', () => {
  const visit = fromJson(`{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
    "serviceProvider":{"reference":"Organization/1"},"participant":[{"individual":{"reference":"Practitioner/2"}}]}`)
  const names = new Map([
    ['Organization/1', 'PHC Hebbal'],
    ['Practitioner/2', 'Dr. Rao'],
  ])
  const { facts } = readable(visit, (reference) => names.get(reference))
  expect(facts).toContainEqual({ label: 'where', values: [{ as: 'text', text: 'PHC Hebbal' }] })
  expect(facts).toContainEqual({ label: 'participants', values: [{ as: 'text', text: 'Dr. Rao' }] })
})

it('shows what no table of ours knows under the names of R4, to its last digit', () => {
  const { rest } = readable(
    fromJson(`{"resourceType":"NutritionOrder","status":"active","oralDiet":{"type":[{"text":"Low salt"}],
      "nutrient":[{"modifier":{"text":"Sodium"},"amount":{"value":1.50,"unit":"g"}}]}}`),
  )
  expect(rest).toEqual([
    {
      name: 'oral diet',
      values: [{ as: 'text', text: 'type: Low salt; nutrient: modifier: Sodium; amount: 1.50 g' }],
    },
  ])
})

it('gives notes, sections and attached text as text, never as markup', () => {
  const composition =
    fromJson(`{"resourceType":"Composition","status":"final","type":{"text":"Note"},"title":"OPD","date":"2024",
    "section":[{"title":"Plan","text":{"status":"generated","div":"<div><script>x</script>Rest</div>"}}]}`)
  expect(readable(composition).texts).toEqual([{ label: 'section', title: 'Plan', text: 'x Rest' }])
  const data = btoa('c/o fever × 3 days'.replace('×', 'x'))
  const note = fromJson(`{"resourceType":"DocumentReference","status":"current",
    "content":[{"attachment":{"contentType":"text/plain","title":"Note","data":"${data}"}}]}`)
  expect(readable(note).texts).toEqual([{ label: 'attachedText', title: 'Note', text: 'c/o fever x 3 days' }])
  expect(readable(note).attachments).toMatchObject([{ contentType: 'text/plain', title: 'Note', data }])
})

it('has each label once', () => {
  expect(READABLE_LABELS).toEqual([...new Set(READABLE_LABELS)])
})

const folders = ['abdm', 'ips', 'us-core'].map((name) => [name, sharedData(name)] as const)

it.skipIf(!folders[0]?.[1]).each(folders)(
  'reads every %s example, with rows as wide as their tables',
  (_, folder = '') => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const whole = readResource(readFileSync(`${folder}/${file}`))
      const entries = isObject(whole) ? objectsAt(whole, 'entry').map(({ resource }) => resource) : []
      for (const resource of [whole, ...entries].filter(isResource)) {
        const page = readable(resource)
        const said = [page.facts, page.tables, page.lists, page.texts, page.attachments, page.rest].flat()
        expect({ file, saysSomething: said.length > 0 }).toEqual({ file, saysSomething: true })
        for (const { columns, rows } of page.tables)
          expect(rows.filter(({ length }) => length !== columns.length)).toEqual([])
      }
    }
  },
)
