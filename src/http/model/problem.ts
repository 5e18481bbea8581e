import { z } from 'zod'

/** Problem details (RFC 9457): what happened, what is safe, what to do; `fields` places messages beside inputs. */
export const problemSchema = z.object({
  /** `about:blank`: what kind of problem it is, `code` says. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** Of an error of our own: the name it has in the log. */
  instance: z.string().optional(),
  /** `path` as the input is named, list places counted from 0: `items.0.dose`. */
  fields: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .readonly()
    .optional(),
  /** Seconds until another try is worth it. */
  retryAfter: z.int().optional(),
})
export type ProblemDetails = z.infer<typeof problemSchema>
export type Field = NonNullable<ProblemDetails['fields']>[number]
