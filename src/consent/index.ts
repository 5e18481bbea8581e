export { newAnsweringService, type AnsweringService } from './answering.ts'
export { auditConsents, type AuditedEntry, type ConsentAudit } from './audit-consents.ts'
export { auditLooks, unlessBroken } from './audit-looks.ts'
export { newAskingService, type Asking, type AskingService } from './asking.ts'
export { openGate, type Gate, type GatePorts, type Registrations } from './gate.ts'
export type { ConsentPorts, Granted } from './granting.ts'
export { consentsOf, openConsent, releaseUnfinished, type KeptConsent, type OpenedConsent } from './grants.ts'
export { openKeyring, type ChartKeys, type Keyring } from './keyring.ts'
export { openLater, openReplacements } from './later.ts'
export { consentLeafSources, leafReader } from './leaves.ts'
export { countLooks, lastLook, looksAt, receiptOf, type KeptLook } from './look-list.ts'
export {
  openLook,
  openLookBook,
  type LookBook,
  type LookPorts,
  type OpenedLook,
  type Reading,
  type Receipt,
} from './looks.ts'
export { openConsents, openLooks, type OpenedLeaf } from './openers.ts'
export type { Permission, Reach, Reader, WritePermission, Writer } from './permission.ts'
export type * from './ports.ts'
export { endVisits, visitProjection, type Leaving } from './leaving.ts'
export { consentProjections } from './projections.ts'
export type { EntryReader, EntryStatement, ReadOne, Wanted } from './read-one.ts'
export { restrict, type Restriction } from './reach.ts'
export { rebuildConsents } from './rebuild.ts'
export { consentRoutes, type ConsentServices } from './routes.ts'
export { consentMigrations } from './tables.ts'
