export { openGate, type Gate, type GatePorts, type Registrations } from './gate.ts'
export { openKeyring, type ChartKeys, type Keyring } from './keyring.ts'
export {
  openLook,
  openLookBook,
  type LookBook,
  type OpenedLook,
  type Reading,
  type Receipt,
} from './looks.ts'
export type { Permission, Reach, Reader, WritePermission, Writer } from './permission.ts'
export { restrict, type Restriction } from './reach.ts'
export { consentMigrations } from './tables.ts'
