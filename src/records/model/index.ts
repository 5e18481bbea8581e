/** What Twinchart understands of FHIR R4. */
export { ResourceError, type ResourceErrorCode } from './errors.ts'
export { asWritten } from './json/written.ts'
export { openSlice, sliceBundle, type Slice, type Sliced } from './slices.ts'
export { isResource, readResource, type Resource } from './fhir/resource.ts'
export { KINDS, kindOf, type Kind } from './kinds.ts'
export { careDateOf, readDate, type CareDate, type Precision } from './care-date.ts'
export { previewOf, type Abnormal, type Directory, type Preview } from './preview.ts'
export { isEnteredInError, statusOf } from './status.ts'
export { codesIn, textsIn, wordsOf } from './codes.ts'
export {
  readQuery,
  readTarget,
  referencesIn,
  resolverOf,
  type Addressed,
  type FoundReference,
  type Query,
  type Resolve,
  type Target,
} from './references.ts'
export { SENSITIVITIES, type Ground, type Sensitivity } from './sensitive/category.ts'
export { sensitivityOf, type Evidence, type Finding, type Material } from './sensitive/sensitivity.ts'
export { inheritSensitivity, type Inherited, type Link } from './sensitive/inherit.ts'
export {
  demographicsOf,
  fitOf,
  misfitsOf,
  type Demographics,
  type Fit,
  type Registered,
  type Sex,
  type Trait,
  type Verdict,
} from './fits/fits.ts'
export { RecordsError, type RecordsCode } from './records-error.ts'
export * from './api/index.ts'
export { strike, type Strike } from './correction.ts'
export type { Box, Empty, Item, Source } from './summary/box.ts'
export type { Direction, ResultItem } from './summary/results.ts'
export { summaryOf, type Summary } from './summary/summary.ts'
export { nameWords } from './fhir/words.ts'
export { readable, type Readable } from './readable/readable.ts'
export { READABLE_LABELS, type ReadableLabel } from './readable/labels.ts'
export type { ReadableAttachment } from './readable/attachments.ts'
export type { LabelledValues } from './readable/lists.ts'
export type { RestElement } from './readable/rest.ts'
export type { Related, Table } from './readable/table.ts'
export type { LabelledText } from './readable/texts.ts'
export type { Value } from './readable/value.ts'
export type { DosageParts, Frequency, TimeUnit } from './fhir/dosage.ts'
