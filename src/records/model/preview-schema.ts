import { z } from 'zod'

/** How a result lies beside its range. */
export const abnormalSchema = z.enum(['very-low', 'low', 'high', 'very-high', 'abnormal'])

/** An entry in short, as the timeline shows it: kept sealed beside the entry, so that a page of them opens quickly. */
export const entryPreviewSchema = z.strictObject({
  resourceType: z.string(),
  /** Null where the resource says nothing: the page says its kind instead. */
  title: z.string().nullable(),
  /** The one figure that matters: "120/80 mmHg". */
  figure: z.string().nullable(),
  where: z.string().nullable(),
  who: z.string().nullable(),
  abnormal: abnormalSchema.nullable(),
  status: z.string().nullable(),
  /** The entry of the visit it belongs to, by the id that the source gave it. */
  visit: z.string().nullable(),
  /** Why it counts as sensitive; empty where it does not. */
  sensitive: z.array(z.string()).readonly(),
  /** Why it was struck through, where it was. */
  reason: z.string().nullable(),
  /** Of a document: what it was called and what it is. */
  file: z.strictObject({ name: z.string(), type: z.string(), bytes: z.int() }).nullable(),
})
export type EntryPreview = z.infer<typeof entryPreviewSchema>
