/** Chart keys: wrapped under a key of the node, opened only for those who hold a permission. */
import { boundTo, KEY_BYTES, seal, taggedHmac, unseal, type Bytes, type Chance } from '#kernel'
import type { Session } from '#storage'

/** The keys of one chart, each for its own use, all from the one that is kept. */
export interface ChartKeys {
  /** Names the chart's strands. */
  readonly secret: Bytes
  /** Wraps entry keys. */
  readonly wrap: Bytes
  /** Makes tokens for what search needs beside the ciphertext. */
  readonly search: Bytes
  /** Seals looks and the openings of consents. */
  readonly seal: Bytes
}

export interface Keyring {
  /** Makes a chart's key, in the transaction that makes the chart: the one that was drawn ahead, or a new one. */
  create(session: Session, chart: string): Promise<void>
  /** Draws the key of a chart that is about to be made, so that its entries can be sealed before. */
  drawAhead(chart: string): ChartKeys
  /** The keys of a chart. Nobody outside `consent` calls this: others are given keys with a permission. */
  keysOf(chart: string, session?: Session): Promise<ChartKeys>
  /** Forgets what it has opened: after an erasure, or to bound what memory holds. */
  forget(chart: string): void
}

const MOST_OPEN = 10_000
const PUT = { text: 'insert into keys.chart_key (chart, wrapped) values ($1, $2)' }
const GET = { name: 'chart-key', text: 'select wrapped from keys.chart_key where chart = $1' }

/** `nodeKey` wraps the charts' keys and never leaves the key file or key service. */
export function openKeyring(session: Session, nodeKey: Bytes, chance: Chance): Keyring {
  const opened = new Map<string, ChartKeys>()
  const ahead = new Map<string, Bytes>()

  async function read(chart: string, inSession: Session): Promise<ChartKeys> {
    const [row] = await inSession.rows<{ wrapped: Bytes }>(GET, [chart])
    if (!row) throw new Error('a chart without a key')
    return toChartKeys(unseal(nodeKey, row.wrapped, boundTo('chart-key', chart)))
  }

  return {
    async create(session, chart) {
      const key = ahead.get(chart) ?? chance.bytes(KEY_BYTES)
      ahead.delete(chart)
      await session.rows(PUT, [chart, seal(nodeKey, key, boundTo('chart-key', chart), chance)])
    },
    drawAhead(chart) {
      const key = chance.bytes(KEY_BYTES)
      ahead.set(chart, key)
      return toChartKeys(key)
    },
    async keysOf(chart, inSession = session) {
      const known = opened.get(chart)
      if (known) return known
      const keys = await read(chart, inSession)
      if (opened.size >= MOST_OPEN) opened.clear()
      opened.set(chart, keys)
      return keys
    },
    forget(chart) {
      ahead.delete(chart)
      opened.delete(chart)
    },
  }
}

function toChartKeys(key: Bytes): ChartKeys {
  const keyFor = (use: string) => taggedHmac('chart-key/1', key, boundTo(use))
  return { secret: keyFor('strands'), wrap: keyFor('wrap'), search: keyFor('search'), seal: keyFor('seal') }
}
