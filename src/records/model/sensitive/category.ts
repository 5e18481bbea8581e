/**
 * What counts as sensitive unless the patient says otherwise. A request for access lists these first and off, so a row
 * too many costs the patient a tap, a row too few may cost more: negated and family mentions count too.
 */
export const SENSITIVITIES = [
  'hiv',
  'mental-health',
  'substance-use',
  'sexual',
  'reproductive',
  'abuse',
  'gender-identity',
  'genetic',
  'self-harm',
  /** Whoever wrote it marked it restricted. */
  'restricted',
  /** A picture or scan whose text nobody has read. */
  'unread',
] as const

export type Sensitivity = (typeof SENSITIVITIES)[number]

/** By what an entry was found sensitive. */
export type Ground = 'code' | 'test' | 'medicine' | 'department' | 'word' | 'label' | 'unread'

/** One line of a table: what is looked for, what it means, and who says so. */
export interface Row {
  readonly match: string
  readonly category: Sensitivity
  readonly source: string
}

/** Rows that share category and source, separated by commas. */
export function rows(category: Sensitivity, source: string, matches: string): readonly Row[] {
  return matches.split(',').map((match) => ({ match: match.trim(), category, source }))
}
