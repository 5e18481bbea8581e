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

interface Issue {
  readonly severity: 'error' | 'fatal'
  readonly code: string
  readonly details: { readonly text: string }
  readonly diagnostics: string
  readonly expression?: readonly string[]
}

/** A problem as FHIR R4 says it (http://hl7.org/fhir/R4/operationoutcome.html): an issue for each field, or one for all. */
export function toOperationOutcome(problem: ProblemDetails): {
  readonly resourceType: 'OperationOutcome'
  readonly issue: readonly Issue[]
} {
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
