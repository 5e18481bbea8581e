import type { Bytes, Clock } from '#kernel'
import type { Keyring } from '#consent'
import type { Ledger } from '#ledger'
import type { Demographics, DirectoryItem } from '#records'
import type { Database, Session } from '#storage'

/** What an import needs of the node around it. */
export interface ImportPorts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'wake' | 'settle'>
  readonly keyring: Keyring
  readonly clock: Clock
  /** Of the node: recognises sources and Bundles without keeping them. */
  readonly key: Bytes
  readonly directoryKey: Bytes
  writerKey(organisation: Bytes): Bytes
  /** Makes a person without an account; the chart's key was drawn ahead. */
  bear(session: Session, person: string, organisation: Bytes, who: Demographics): Promise<void>
  healthIdOf(person: string): Promise<string>
  /** Adds a Bundle to a chart that is there: only what is new. */
  addToChart(organisation: Bytes, person: string, bundle: Bytes): Promise<void>
  keepDirectory(session: Session, items: readonly DirectoryItem[]): Promise<void>
}
