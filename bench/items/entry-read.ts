/** `entry-read`: one entry over HTTP, consent checked and look durable, beside one SELECT and one decryption. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readConfig } from '#server'
import { listen, type App } from '#http'
import { boundTo, seal, unseal, type Bytes } from '#kernel'

import { openLog } from '../../src/server/log.ts'
import { openNode, type OpenNode } from '../../src/server/node.ts'
import { openServices } from '../../src/server/services.ts'
import type { Supervisor } from '../../src/server/supervisor.ts'
import { appOf } from '../../src/server/web.ts'
import { openVisit } from '../fixtures/visit.ts'
import { rateUnder } from '../load.ts'
import { inTurn, type BenchItem } from '../measure.ts'

const CONNECTIONS = 16
const MILLISECONDS = 2_000
const REACH = 0.5

export const entryReadItem: BenchItem = {
  name: 'entry-read',
  async measure(runs) {
    const data = await mkdtemp(join(tmpdir(), 'twinchart-bench-'))
    await using stack = new AsyncDisposableStack()
    stack.defer(() => rm(data, { recursive: true, force: true }))
    const { config } = await readConfig({
      environment: {},
      commandLine: new Map([
        ['data', data],
        ['port', '8080'],
      ]),
    })
    const log = stack.use(openLog(config))
    const opener: Pick<Supervisor, 'open'> = {
      open: async ({ open }) => stack.use(await open(new AbortController().signal)),
    }
    const node = await openNode(config, log, opener)
    const services = await openServices(node, opener)
    const app = await appOf(node, services.routes, log, NO_LIMITS)
    const visit = await openVisit(node, services, app)
    const ours = stack.use(await listen(app, LOCAL))
    const bare = stack.use(await listen(await bareApp(node, visit.chart), LOCAL))
    const load = (server: { readonly url: URL }, requests: readonly string[]) =>
      rateUnder({
        port: Number(server.url.port),
        connections: CONNECTIONS,
        milliseconds: MILLISECONDS,
        requests,
      })
    const figure = await inTurn(
      runs,
      () =>
        load(
          ours,
          visit.entries.map((entry) => get(`/api/visits/${visit.consent}/entries/${entry}`, visit.cookie)),
        ),
      () =>
        load(
          bare,
          visit.entries.map((entry) => get(`/${entry}`, '')),
        ),
    )
    return {
      name: 'entry-read',
      unit: 'reads/s',
      ...figure,
      reach: `≥ ${REACH}`,
      ok: figure.ratio >= REACH,
      runs,
    }
  },
}

const LOCAL = { host: '127.0.0.1', port: 0 }
/** Anybody's allowance ends long before the server does. */
const NO_LIMITS = async () => {}

function get(path: string, cookie: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost:8080\r\ncookie: ${cookie}\r\naccept: application/json\r\n\r\n`
}

/** What there is to read, without anybody asking whether it may be read. */
const ENTRIES = { text: 'select id, sealed from records.entry where chart = $1' }
const INSERT = { text: 'insert into bench_entry (id, sealed) values ($1, $2)' }
const SELECT = { name: 'bench-reference', text: 'select sealed from bench_entry where id = $1' }

/** The same server with one SELECT by key and one decryption. */
async function bareApp(node: OpenNode, chart: string): Promise<App> {
  await node.database.rows({ text: `create table bench_entry (id uuid primary key, sealed bytea not null)` })
  const entries = await node.database.rows<{ id: string; sealed: Bytes }>(ENTRIES, [chart])
  const key = node.chance.bytes(32)
  for (const { id, sealed } of entries) {
    await node.database.rows(INSERT, [id, seal(key, sealed, boundTo('bench', id))])
  }
  return {
    async fetch(request) {
      const id = request.url.slice(-36)
      const [row] = await node.database.rows<{ sealed: Bytes }>(SELECT, [id])
      return row
        ? new Response(new Uint8Array(unseal(key, row.sealed, boundTo('bench', id))))
        : new Response(null, { status: 404 })
    },
  }
}
