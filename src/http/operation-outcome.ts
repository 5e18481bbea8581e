import { z } from 'zod'

import type { ProblemDetails } from './model/index.ts'

/** By status, the codes of http://hl7.org/fhir/R4/valueset-issue-type.html; the rest are `processing`. */
const ISSUE_TYPES: Readonly<Record<number, string>> = {
  400: 'structure',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'deleted',
  413: 'too-long',
  415: 'not-supported',
  422: 'invalid',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
}

const issueSchema = z.object({
  severity: z.enum(['error', 'fatal']),
  code: z.string(),
  details: z.object({ text: z.string() }),
  /** Our code of the refusal. */
  diagnostics: z.string(),
  expression: z.array(z.string()).readonly().optional(),
})
type Issue = z.infer<typeof issueSchema>

/** As much of R4's as we write. */
export const operationOutcomeSchema = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(issueSchema).readonly(),
})

/** A problem as FHIR R4 says it (http://hl7.org/fhir/R4/operationoutcome.html): an issue for each field, or one for all. */
export function toOperationOutcome(problem: ProblemDetails): z.infer<typeof operationOutcomeSchema> {
  const issue: Issue = {
    severity: problem.status < 500 ? 'error' : 'fatal',
    code: ISSUE_TYPES[problem.status] ?? 'processing',
    details: { text: problem.detail },
    diagnostics: [problem.code, problem.instance].filter((part) => part !== undefined).join(' '),
  }
  const issues = problem.fields?.map(({ path, message }) => ({
    ...issue,
    details: { text: message },
    expression: [toFhirPath(path)],
  }))
  return { resourceType: 'OperationOutcome', issue: issues ?? [issue] }
}

function toFhirPath(path: string): string {
  return path.replaceAll(/\.(\d+)/g, '[$1]')
}
