/** A refusal as FHIR R4 says it (http://hl7.org/fhir/R4/operationoutcome.html), as the problem it was made of. */
import { z } from 'zod'
import type { ProblemDetails } from '#http/model'

const outcomeSchema = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z
    .array(
      z.object({
        details: z.object({ text: z.string() }),
        /** Our code first, then the name that an error of ours has in the log. */
        diagnostics: z.string(),
        expression: z.array(z.string()).optional(),
      }),
    )
    .min(1),
})

/** Undefined where it is no such refusal. */
export function toProblemDetails(said: unknown, status: number): ProblemDetails | undefined {
  const outcome = outcomeSchema.safeParse(said)
  if (!outcome.success) return undefined
  const { issue } = outcome.data
  const [first] = issue
  const code = first?.diagnostics.split(' ', 1)[0] ?? ''
  const fields = issue.flatMap(({ expression, details }) =>
    (expression ?? []).map((path) => ({ path, message: details.text })),
  )
  const detail = first?.details.text ?? ''
  return { type: 'about:blank', title: code, status, code, detail, ...(fields.length > 0 && { fields }) }
}
