/** Every endpoint of charts, visits and staff: a permission from the gate, a view, and what is read through it. */
import { fromHex } from '#kernel'
import { serve, type Route } from '#http'
import type { Actor, PractitionerActor } from '#http/model'

import { openChart, wholeReader, type ChartView } from './chart-view.ts'
import { markRead, strikeEntry } from './corrections.ts'
import { documentAnswer } from './documents/open.ts'
import { addDocument } from './documents/upload.ts'
import { addFhir, collect } from './fhir.ts'
import { firstScreenOf } from './first-screen.ts'
import { homeOf, looksOf, proofOf } from './home.ts'
import * as api from './model/api/index.ts'
import { proposeCodes } from './model/icd10.ts'
import { markSeen, noticesOf } from './notices.ts'
import type { RecordsPorts } from './ports.ts'
import { addReading } from './readings.ts'
import { answerWhole, readEntry, readOutline, readTimeline, search } from './reading.ts'
import { draftOf, finishNote, photoOf, saveDraft, visitsOf } from './visits.ts'

export function recordRoutes(ports: RecordsPorts): readonly Route[] {
  return [
    ...chartRoutes(ports),
    ...ownRoutes(ports),
    ...visitRoutes(ports),
    ...noteRoutes(ports),
    ...staffReads(ports),
    ...staffWrites(ports),
  ]
}

/** Reading one's own chart. */
function chartRoutes(ports: RecordsPorts): readonly Route[] {
  const { directory, blobs } = ports
  const mine = async (actor: Actor): Promise<ChartView> => openChart(ports, await ports.gate.own(actor))
  return [
    serve(api.myTimelineEndpoint, async (actor, { query }) =>
      readTimeline(await mine(actor), directory, query, 'read'),
    ),
    serve(api.myOutlineEndpoint, async (actor) => readOutline(await mine(actor), directory)),
    serve(api.mySearchEndpoint, async (actor, { query }) => search(await mine(actor), directory, query.q)),
    serve(api.myEntryEndpoint, async (actor, { params }) =>
      readEntry(await mine(actor), directory, params.entry, 'read'),
    ),
    serve(api.myDocumentEndpoint, async (actor, { params, query }) =>
      documentAnswer(blobs, await mine(actor), params.entry, query.as),
    ),
    serve(api.myProofEndpoint, (actor, { params }) => proofOf(ports, actor, params.entry)),
  ]
}

/** The rest of what patients see and add. */
function ownRoutes(ports: RecordsPorts): readonly Route[] {
  const { gate, database, directory, clock } = ports
  return [
    serve(api.homeEndpoint, (actor) => homeOf(ports, actor)),
    serve(api.looksEndpoint, (actor, { query }) => looksOf(ports, actor, query)),
    serve(api.exportEndpoint, async (actor) => ({
      mediaType: 'application/octet-stream',
      fileName: 'my-chart.twinchart',
      bytes: ports.exportChart(await gate.own(actor)),
    })),
    serve(api.addDocumentEndpoint, async (actor, { body }) =>
      addDocument(ports, await gate.patientWrites(actor), body),
    ),
    serve(api.addReadingEndpoint, (actor, { body }) => addReading(ports, actor, body)),
    serve(api.noticesEndpoint, async ({ person }) => {
      const notices = await noticesOf(database, person)
      return { notices: await Promise.all(notices.map((notice) => toNotice(notice, person, directory))) }
    }),
    serve(api.noticeSeenEndpoint, async ({ person }, { params }) => {
      await markSeen(database, params.notice, person, clock.now())
      return {}
    }),
  ]
}

type Noticed = Awaited<ReturnType<typeof noticesOf>>[number]

async function toNotice(
  { id, at, chart, entry, role, seenAt }: Noticed,
  person: string,
  directory: RecordsPorts['directory'],
) {
  const patient = chart === person ? null : { person: chart, name: await directory.personName(chart) }
  return { notice: id, at, role, entry, patient, seen: seenAt !== null }
}

/** Reading under a consent. */
function visitRoutes(ports: RecordsPorts): readonly Route[] {
  const { gate, directory, blobs } = ports
  const readWhole = wholeReader(ports)
  const under = async (actor: PractitionerActor, consent: string): Promise<ChartView> =>
    openChart(ports, await gate.reader(actor, fromHex(consent)))
  return [
    serve(api.visitsEndpoint, (actor) => visitsOf(ports, actor)),
    serve(api.visitEndpoint, (actor, { params }) => firstScreenOf(ports, actor, fromHex(params.consent))),
    serve(api.visitTimelineEndpoint, async (actor, { params, query }) =>
      readTimeline(await under(actor, params.consent), directory, query, 'read'),
    ),
    serve(api.visitOutlineEndpoint, async (actor, { params }) =>
      readOutline(await under(actor, params.consent), directory),
    ),
    serve(api.visitSearchEndpoint, async (actor, { params, query }) =>
      search(await under(actor, params.consent), directory, query.q),
    ),
    serve(api.visitEntryEndpoint, async (token, { params }) => {
      const consent = fromHex(params.consent)
      const read = await readWhole({ token, consent, entry: params.entry, way: 'read' })
      if (read) return answerWhole(read.view, directory, read.entry, read.receipt)
      const actor = await ports.practitionerOf(token)
      return readEntry(await under(actor, params.consent), directory, params.entry, 'read')
    }),
    serve(api.visitDocumentEndpoint, async (actor, { params, query }) =>
      documentAnswer(blobs, await under(actor, params.consent), params.entry, query.as),
    ),
    serve(api.visitPhotoEndpoint, (actor, { params }) => photoOf(ports, actor, params.consent)),
  ]
}

/** The note, and the end of a visit. */
function noteRoutes(ports: RecordsPorts): readonly Route[] {
  return [
    serve(api.noteDraftEndpoint, (actor, { params }) => draftOf(ports, actor, params.consent)),
    serve(api.saveDraftEndpoint, (actor, { params, body }) => saveDraft(ports, actor, params.consent, body)),
    serve(api.finishNoteEndpoint, (actor, { params, body }) =>
      finishNote(ports, actor, params.consent, body),
    ),
    serve(api.finishVisitEndpoint, async (actor, { params }) => {
      await ports.consents.finish(actor, params.consent)
      return {}
    }),
    serve(api.proposeCodesEndpoint, (_, { query }) => ({ codes: [...proposeCodes(query.q)] })),
  ]
}

interface OfPatient {
  readonly organisation: string
  readonly person: string
}

/** Staff read what their organisation wrote, and nothing else. */
function staffReads(ports: RecordsPorts): readonly Route[] {
  const { gate, directory, blobs } = ports
  const ours = async (actor: Actor, { organisation, person }: OfPatient): Promise<ChartView> =>
    openChart(ports, await gate.ownWriting(actor, fromHex(organisation), person))
  return [
    serve(api.patientEndpoint, async (actor, { params }) => {
      const { total } = await readOutline(await ours(actor, params), directory)
      return { patient: await directory.patient(params.person), entries: total }
    }),
    serve(api.ownTimelineEndpoint, async (actor, { params, query }) =>
      readTimeline(await ours(actor, params), directory, query, 'own-writing'),
    ),
    serve(api.ownEntryEndpoint, async (actor, { params }) =>
      readEntry(await ours(actor, params), directory, params.entry, 'own-writing'),
    ),
    serve(api.ownDocumentEndpoint, async (actor, { params, query }) =>
      documentAnswer(blobs, await ours(actor, params), params.entry, query.as),
    ),
  ]
}

function staffWrites(ports: RecordsPorts): readonly Route[] {
  const writes = (actor: Actor, { organisation, person }: OfPatient) =>
    ports.gate.organisationWrites(actor, fromHex(organisation), person)
  return [
    serve(api.uploadEndpoint, async (actor, { params, body }) =>
      addDocument(ports, await writes(actor, params), body),
    ),
    serve(api.addFhirEndpoint, async (actor, { params, body }) => {
      const permission = await writes(actor, params)
      const done = await addFhir(ports, permission, await collect(body))
      const { written, duplicates, byKind, unanswered } = done
      const entries = written.map(({ id }) => id)
      return { added: written.length, duplicates: duplicates.size, byKind, entries, unanswered }
    }),
    serve(api.strikeEndpoint, (actor, { params, body }) =>
      strikeEntry(ports, actor, corrected(params), body),
    ),
    serve(api.readStatusEndpoint, (actor, { params, body }) =>
      markRead(ports, actor, corrected(params), body.sensitive),
    ),
  ]
}

function corrected({ organisation, person, entry }: OfPatient & { readonly entry: string }) {
  return { organisation: fromHex(organisation), patient: person, entry }
}
