import { z } from 'zod'

/** An entry in short, as the timeline shows it: kept sealed beside the entry, so that a page of them opens quickly. */
export const previewSchema = z.strictObject({
  resourceType: z.string(),
  title: z.string(),
  /** The one figure that matters: "120/80 mmHg". */
  figure: z.string().nullable(),
  where: z.string().nullable(),
  who: z.string().nullable(),
  abnormal: z.enum(['low', 'high', 'abnormal']).nullable(),
  status: z.string().nullable(),
  /** The entry of the visit it belongs to, by the id that the source gave it. */
  visit: z.string().nullable(),
  /** Why it counts as sensitive; empty where it does not. */
  sensitive: z.array(z.string()).readonly(),
  /** Of a document: what it was called and what it is. */
  file: z.strictObject({ name: z.string(), type: z.string(), bytes: z.int() }).nullable(),
})
export type Preview = z.infer<typeof previewSchema>
