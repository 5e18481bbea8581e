/** What a resource calls the entry that it refers to, where it calls it anything: the `display` of a FHIR Reference. */
import { z } from 'zod'

const referenceSchema = z.object({ display: z.string().min(1) })

/** `path` is FHIRPath as links have it: `DiagnosticReport.result[2]`. */
export function referenceWords(source: string, path: string): string | undefined {
  const [, ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '')
  const found = steps.reduce<unknown>(stepInto, JSON.parse(source))
  return referenceSchema.safeParse(found).data?.display
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === step)?.[1]
}
