/** `entry-read`: one entry over HTTP, consent checked and look durable, beside one SELECT and one decryption. */
import { z } from 'zod'

import { requestEndpoint } from '#consent/model'
import { HttpError, listen, serve, type App } from '#http'
import { defineEndpoint } from '#http/model'
import { boundTo, KEY_BYTES, seal, unseal, type Bytes } from '#kernel'

import { composeApp } from '../../src/server/app.ts'
import type { OpenNode } from '../../src/server/node.ts'
import { newDoctor, newHospital, newOfficer, newPatient } from '../../test/fixtures/town.ts'
import { allow, ask } from '../../test/fixtures/visits.ts'
import { PUBLIC_URL, type TestNode } from '../../test/fixtures/node.ts'
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
          entries.map((entry) => get(`/api/bench/${entry}`, cookie)),
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

const readEndpoint = defineEndpoint({
  name: 'bench.read',
  method: 'GET',
  path: '/api/bench/:entry',
  summary: 'One SELECT by key and one decryption',
  caller: { who: 'session' },
  params: z.strictObject({ entry: z.uuid() }),
  returns: 'bytes',
})

/** The same server, up to the endpoint: there, one SELECT by key and one decryption. */
async function bareApp({ database, chance, identity }: OpenNode, chart: string): Promise<App> {
  await database.rows({ text: `create table bench_entry (id uuid primary key, sealed bytea not null)` })
  const entries = await database.rows<{ id: string; sealed: Bytes }>(READ, [chart])
  const key = chance.bytes(KEY_BYTES)
  for (const { id, sealed } of entries) {
    await database.rows(INSERT, [id, seal(key, sealed, boundTo('bench', id), chance)])
  }
  const route = serve(readEndpoint, async (_, { params }) => {
    const [row] = await database.rows<{ sealed: Bytes }>(SELECT, [params.entry])
    if (!row) throw new HttpError('NOT_FOUND')
    const bytes = unseal(key, row.sealed, boundTo('bench', params.entry))
    return { mediaType: 'application/fhir+json', bytes }
  })
  return composeApp({
    routes: [route],
    health: [],
    api: { title: 'Bench', version: '0', sessionCookie: '' },
    authenticator: identity.authenticator,
    limiter: async () => {},
    statusOf: () => 404,
    chance,
    log: { failed: ({ error }) => console.error(error) },
    settings: { publicUrl: new URL(PUBLIC_URL), hosts: [], strictAnswers: false },
  })
}
