import { expect, it } from 'vitest'

import type { Sensitivity } from './category.ts'
import { inheritSensitivity, type Link } from './inherit.ts'

function link(from: string, path: string, to: string): Link {
  return { from, to, path }
}

const own = new Map<string, readonly Sensitivity[]>([['depression', ['mental-health']]])

it('passes from a problem to what was ordered for it, and on to the bill', () => {
  const inherited = inheritSensitivity(own, [
    link('tablet', 'MedicationRequest.reasonReference[0]', 'depression'),
    link('claim', 'Claim.prescription', 'tablet'),
  ])
  expect(inherited.get('tablet')).toEqual([
    { category: 'mental-health', from: 'depression', path: 'MedicationRequest.reasonReference[0]' },
  ])
  expect(inherited.get('claim')).toEqual([
    { category: 'mental-health', from: 'depression', path: 'Claim.prescription' },
  ])
})

it('passes from a visit to all that was done there, and not beyond', () => {
  const inherited = inheritSensitivity(new Map([['visit', ['hiv']]]), [
    link('sugar', 'Condition.encounter', 'visit'),
    link('claim', 'Claim.item[0].encounter[0]', 'visit'),
    link('metformin', 'MedicationRequest.reasonReference[0]', 'sugar'),
  ])
  expect([...inherited.keys()]).toEqual(['sugar', 'claim'])
})

it('makes a visit for a sensitive reason a sensitive visit', () => {
  const inherited = inheritSensitivity(own, [
    link('visit', 'Encounter.diagnosis[0].condition', 'depression'),
    link('weight', 'Observation.encounter', 'visit'),
  ])
  expect([...inherited.keys()]).toEqual(['visit', 'weight'])
})

it('passes between a report and its results, both ways', () => {
  const links = [link('report', 'DiagnosticReport.result[0]', 'result')]
  expect(inheritSensitivity(new Map([['report', ['hiv']]]), links).has('result')).toBe(true)
  expect(inheritSensitivity(new Map([['result', ['hiv']]]), links).has('report')).toBe(true)
})

it('does not pass through the people and places that everything refers to, and ends where references go round', () => {
  const links = [
    link('a', 'Observation.subject', 'depression'),
    link('b', 'Encounter.serviceProvider', 'depression'),
    link('c', 'Observation.derivedFrom[0]', 'depression'),
    link('depression', 'Condition.evidence[0].detail[0]', 'c'),
  ]
  expect([...inheritSensitivity(own, links).keys()]).toEqual(['c'])
})
