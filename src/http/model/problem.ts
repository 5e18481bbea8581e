import { z } from 'zod'

/** Problem details (RFC 9457): what happened, what is safe, what to do; `fields` places messages beside inputs. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Seconds until another try is worth it. */
  retryAfter: z.int().optional(),
})
export type ProblemDetails = z.infer<typeof problemSchema>
