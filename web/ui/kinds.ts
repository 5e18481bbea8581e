/** The kinds on the timeline, in the order in which filters list them. */
export const KINDS = [
  'visit',
  'result',
  'vital-signs',
  'medicine',
  'problem',
  'allergy',
  'procedure',
  'immunisation',
  'imaging',
  'document',
  'plan',
  'device',
  'bill',
  'other',
] as const
export type Kind = (typeof KINDS)[number]
