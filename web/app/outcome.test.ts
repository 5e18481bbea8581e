import { expect, it } from 'vitest'
import { toProblemDetails } from './outcome.ts'

const issue = (text: string, expression?: string[]) => ({
  severity: 'error',
  code: 'invalid',
  details: { text },
  diagnostics: 'NOT_WELL_FORMED',
  ...(expression && { expression }),
})

it('reads each issue as a field, with the place that it names', () => {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [issue('is missing', ['Observation.status']), issue('is no date', ['entry[2].birthDate'])],
  }
  expect(toProblemDetails(outcome, 422)).toMatchObject({
    code: 'NOT_WELL_FORMED',
    status: 422,
    fields: [
      { path: 'Observation.status', message: 'is missing' },
      { path: 'entry[2].birthDate', message: 'is no date' },
    ],
  })
})

it('reads an issue without a place as what happened', () => {
  const problem = toProblemDetails({ resourceType: 'OperationOutcome', issue: [issue('not yours')] }, 403)
  expect(problem).toMatchObject({ detail: 'not yours' })
  expect(problem).not.toHaveProperty('fields')
})

it.each([{}, null, 'no', { resourceType: 'Patient' }, { resourceType: 'OperationOutcome', issue: [] }])(
  'takes %j for no refusal',
  (said) => {
    expect(toProblemDetails(said, 500)).toBeUndefined()
  },
)
