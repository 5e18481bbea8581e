import type { Bytes, Instant } from '#kernel'

import type { ChartKeys } from './keyring.ts'

/** What of a chart a permission opens. */
type Reach =
  /** The patient's own chart. */
  | { readonly kind: 'whole' }
  /** What a consent lists, as long as it is in force. */
  | { readonly kind: 'consent'; readonly consent: Bytes; readonly until: Instant }
  /** What the organisation wrote itself. */
  | { readonly kind: 'own-writing'; readonly organisation: Bytes }

/** Who reads. */
export interface Reader {
  /** Null for whoever operates the node, whom it cannot tell apart. */
  readonly person: string | null
  readonly organisation: Bytes | null
  readonly practitioner: Bytes | null
}

/**
 * The authority to read part of a chart: only the gate makes one, for one request, after it has checked. The class is
 * not exported from this subject and its private field keeps anything else from passing for one.
 */
export class Permission {
  // oxlint-disable-next-line no-unused-private-class-members -- it is the brand
  readonly #minted = true
  readonly chart: string
  readonly reader: Reader
  readonly reach: Reach
  readonly keys: ChartKeys

  constructor(chart: string, reader: Reader, reach: Reach, keys: ChartKeys) {
    this.chart = chart
    this.reader = reader
    this.reach = reach
    this.keys = keys
  }

  /** Whether the gate made it, for whoever gets one from far away. */
  static isMinted(value: object): boolean {
    return #minted in value
  }
}

/** The authority to add to a chart: an organisation's for a patient registered there, or the patient's own. */
export class WritePermission {
  // oxlint-disable-next-line no-unused-private-class-members -- it is the brand
  readonly #minted = true
  readonly chart: string
  readonly writer: Writer
  readonly keys: ChartKeys

  constructor(chart: string, writer: Writer, keys: ChartKeys) {
    this.chart = chart
    this.writer = writer
    this.keys = keys
  }

  /** Whether the gate made it, for whoever gets one from far away. */
  static isMinted(value: object): boolean {
    return #minted in value
  }
}

interface Writer {
  /** The organisation whose strand it goes to; for the patient's own, the home node's. */
  readonly organisation: Bytes
  readonly person: string | null
  readonly by: 'organisation' | 'patient'
}
