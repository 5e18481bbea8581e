/** `entry-read`: one entry over HTTP, consent checked and look durable, beside one SELECT and one decryption. */
import { requestEndpoint } from '#consent/model'
import { listen, type App } from '#http'
import { boundTo, seal, unseal, type Bytes } from '#kernel'

import type { OpenNode } from '../../src/server/node.ts'
import { newDoctor, newHospital, newOfficer, newPatient } from '../../test/fixtures/town.ts'
import { allow, ask } from '../../test/fixtures/visits.ts'
import type { TestNode } from '../../test/fixtures/node.ts'
import { rateUnder } from '../load.ts'
import { inTurn, type BenchItem } from '../measure.ts'
import { openBenchNode } from '../node.ts'

const CONNECTIONS = 16
const MILLISECONDS = 2_000
const ENTRIES = 500
const REACH = 0.5

export const entryReadItem: BenchItem = {
  name: 'entry-read',
  async measure(runs) {
    await using world = await openBenchNode()
    const { chart, entries, pathOf, cookie } = await openVisit(world)
    await using bare = await listen(await bareApp(world.node, chart), { host: '127.0.0.1', port: 0 })
    const rate = (url: URL, requests: readonly string[]) =>
      rateUnder({
        port: Number(url.port),
        connections: CONNECTIONS,
        milliseconds: MILLISECONDS,
        requests,
      })
    const figure = await inTurn(
      runs,
      () =>
        rate(
          world.served.url,
          entries.map((entry) => get(pathOf(entry), cookie)),
        ),
      () =>
        rate(
          bare.url,
          entries.map((entry) => get(`/${entry}`, '')),
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

/** A patient with a chart, a doctor, and a consent that opens all of it: asked and given over HTTP, as anybody's is. */
async function openVisit(world: TestNode) {
  const house = await newHospital(world, 'Bench Hospital')
  const doctor = await newDoctor(world, house, await newOfficer(world, 'Officer Bench'), 'Asha Bench')
  const patient = await newPatient(world, house, 'Lakshmi Bench', ENTRIES)
  const request = await ask(doctor, house.id, patient)
  const { entries } = await patient.browser.call(requestEndpoint, { params: { request } })
  const consent = await allow(patient, request)
  // As autovacuum does within the minute: a plan made for empty tables reads a chart to find one entry.
  await world.node.database.rows({ text: 'analyze' })
  return {
    chart: patient.person,
    entries: entries.map(({ entry }) => entry),
    pathOf: (entry: string) => `/api/visits/${consent}/entries/${entry}`,
    cookie: [...doctor.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

function get(path: string, cookie: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost:8080\r\ncookie: ${cookie}\r\naccept: application/json\r\n\r\n`
}

/** What there is to read, without anybody asking whether it may be read. */
const READ = { text: 'select id, sealed from records.entry where chart = $1' }
const INSERT = { text: 'insert into bench_entry (id, sealed) values ($1, $2)' }
const SELECT = { name: 'bench-reference', text: 'select sealed from bench_entry where id = $1' }

/** The same server with one SELECT by key and one decryption. */
async function bareApp(node: OpenNode, chart: string): Promise<App> {
  await node.database.rows({ text: `create table bench_entry (id uuid primary key, sealed bytea not null)` })
  const entries = await node.database.rows<{ id: string; sealed: Bytes }>(READ, [chart])
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
