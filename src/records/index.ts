export {
  openChart,
  requireWhole,
  type ChartView,
  type Line,
  type Selection,
  type ViewPorts,
  type Whole,
} from './chart-view.ts'
export { addNew, addResources, type Added, type AddedResources } from './adding.ts'
export { auditEntries, type AuditedChart, type EntryAudit } from './audit.ts'
export { openCoverable } from './coverable.ts'
export { directoryId, directoryStore } from './directory.ts'
export { openFile } from './documents/open.ts'
export { openDocumentReader, type DocumentReader } from './documents/reader.ts'
export { addDocument, type DocumentFields, type Uploaded } from './documents/upload.ts'
export { addFhir } from './fhir.ts'
export { NotWellFormed, openIntake, type DirectoryItem, type Intake, type OpenedIntake } from './intake.ts'
export { recordLeafSource } from './leaves.ts'
export { openLeaves, type OpenedLeaf } from './opened-leaves.ts'
export { draftStore } from './notes.ts'
export type * from './ports.ts'
export type { Demographics, Preparation, Prepared, Preparing, RefusedBundle } from './preparing/job.ts'
export { openPreparer, type Preparer } from './preparing/preparer.ts'
export { recordRoutes } from './routes.ts'
export {
  ENTRY_COLUMNS,
  KEY_COLUMNS,
  rowsOf,
  type NewEntry,
  type SealedNewEntry,
  type Target,
} from './rows.ts'
export { sealEntry, twinOf, type Draft, type SealedEntry } from './sealing.ts'
export { recordMigrations } from './tables.ts'
export { validateResource, type Problem } from './validation.ts'
export { addEntries, addSealed, type Written } from './writing.ts'
