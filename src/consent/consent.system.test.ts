import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { fromHex, systemChance, toHex, type Bytes } from '#kernel'
import { strandsOf, type Ledger } from '#ledger'
import type { Database } from '#storage'

import { house } from '../../test/fixtures/solo-ledger.ts'
import {
  looksAt,
  newAnsweringService,
  newAskingService,
  receiptOf,
  releaseUnfinished,
  type ConsentPorts,
  type Gate,
  type LookBook,
} from './index.ts'
import { consents, isPromisedBy } from './model/index.ts'
import {
  actor,
  codeOf,
  cousin,
  doctor,
  idOf,
  openSurroundings,
  organisation,
  patient,
  practitioner,
  self,
  type SentCode,
} from './surroundings.fixture.ts'

const ask = {
  kinds: ['result'] as const,
  care: { from: '2024-01-01', to: null },
  purpose: 'CAREMGT' as const,
  minutes: 30,
  reason: 'fever since Monday',
  bySms: false,
  organisation: house,
}

let surroundings: AsyncDisposable
let database: Database
let ledger: Ledger
let gate: Gate
let looks: LookBook
let ports: ConsentPorts
let sent: SentCode[]

beforeEach(async () => {
  const opened = await openSurroundings()
  surroundings = opened
  ;({ database, ledger, gate, looks, ports, sent } = opened)
})
afterEach(() => surroundings[Symbol.asyncDispose]())

describe('a request', () => {
  it('tells the doctor the same whether anybody is there or not', async () => {
    const asking = newAskingService(ports)
    const some = await asking.ask(doctor, { ...ask, patient: { by: 'health-id', value: 'x' } })
    const none = await asking.ask(doctor, { ...ask, patient: { by: 'health-id', value: 'nobody' } })
    expect(Object.keys(some)).toEqual(Object.keys(none))
    expect((await asking.asked(doctor)).map(({ state, chart }) => [state, chart])).toEqual([
      ['requested', null],
      ['requested', null],
    ])
  })

  it('shows the patient exactly what it would open, sensitive first', async () => {
    const { request } = await askOne()
    const { entries: shown } = await newAnsweringService(ports).request(self, request)
    expect(shown.map(({ place, sensitive }) => [place.index, sensitive])).toEqual([
      [1, ['hiv']],
      [0, []],
    ])
  })

  it('is nobody else’s to see or answer', async () => {
    const { request } = await askOne()
    const other = { ...self, person: cousin }
    await expect(newAnsweringService(ports).request(other, request)).rejects.toThrow(
      refusal('NO_SUCH_REQUEST'),
    )
    await expect(newAnsweringService(ports).refuse(other, request)).rejects.toThrow(
      refusal('NO_SUCH_REQUEST'),
    )
  })

  it('is made only for an organisation that registered the doctor', async () => {
    const elsewhere = {
      ...ask,
      organisation: systemChance.bytes(16),
      patient: { by: 'health-id', value: 'x' },
    } as const
    await expect(newAskingService(ports).ask(doctor, elsewhere)).rejects.toThrow(refusal('NOT_YOURS'))
  })

  it('never reaches the doctor’s own chart', async () => {
    ports = { ...ports, people: { ...ports.people, meant: async () => [doctor.person] } }
    const { request } = await askOne()
    await expect(newAnsweringService(ports).request(doctor, request)).rejects.toThrow(
      refusal('NO_SUCH_REQUEST'),
    )
  })

  it('that was refused stays denied', async () => {
    const { request } = await askOne()
    const answering = newAnsweringService(ports)
    await answering.refuse(self, request)
    await expect(answering.refuse(self, request)).rejects.toThrow(refusal('REQUEST_ANSWERED'))
    await expect(decide(request, [0])).rejects.toThrow(refusal('REQUEST_ANSWERED'))
    expect((await newAskingService(ports).asked(doctor))[0]?.state).toBe('denied')
  })
})

describe('a consent', () => {
  it('opens exactly what was chosen, once it is final on the ledger', async () => {
    const { consent } = await allow([0])
    const found = consents.get(ledger.state(), fromHex(consent))
    expect(found).toMatchObject({ revokedAt: null })
    const permission = await gate.reader(doctor, fromHex(consent))
    expect(permission).toMatchObject({ chart: patient, reach: { kind: 'consent' } })
    const opened = await database.rows({ text: 'select strand, index from consent.opened' })
    expect(opened).toEqual([{ strand: 7, index: 0 }])
  })

  it('cannot choose what was not asked for, or nothing', async () => {
    const { request } = await askOne()
    await expect(decide(request, [2])).rejects.toThrow(refusal('NOT_ASKED_FOR'))
    await expect(decide(request, [])).rejects.toThrow(refusal('NOTHING_ALLOWED'))
  })

  it('needs the code of exactly this decision', async () => {
    const { request } = await askOne()
    await decide(request, [0])
    sent.length = 0
    const answering = newAnsweringService(ports)
    await expect(answering.allow(self, request, { by: 'otp', code: codeOf(patient) })).rejects.toThrow()
    await expect(gateOf(request)).rejects.toThrow(refusal('NO_SUCH_CONSENT'))
  })

  it('answers its request once', async () => {
    const { request, consent } = await allow([0])
    await expect(decide(request, [0])).rejects.toThrow(refusal('REQUEST_ANSWERED'))
    expect((await newAnsweringService(ports).consents(self)).map(({ id }) => toHex(id))).toEqual([consent])
  })

  it('is not put away by another decision while it is on its way to the ledger', async () => {
    const { request } = await askOne()
    await decide(request, [0])
    beforeSubmit(() => expect(decide(request, [1])).rejects.toThrow(refusal('REQUEST_ANSWERED')))
    const { consent } = await answer(request)
    expect(await gate.reader(doctor, fromHex(consent))).toMatchObject({ chart: patient })
  })

  it('is not granted where another decision put it away before', async () => {
    const { request } = await askOne()
    await decide(request, [0])
    const [usual, { confirmations }] = [ports, ports]
    const confirm: typeof confirmations.confirm = async (...words) => {
      const confirmed = await confirmations.confirm(...words)
      await decide(request, [1])
      return confirmed
    }
    ports = { ...ports, confirmations: { ...confirmations, confirm } }
    await expect(answer(request)).rejects.toThrow(refusal('NOT_ASKED_FOR'))
    ports = usual
    await answer(request)
    expect(await database.rows({ text: 'select index from consent.opened' })).toEqual([{ index: 1 }])
  })

  it('that was on its way when the node died is free again after the next start, and not before', async () => {
    const { request } = await askOne()
    await decide(request, [0])
    const usual = ports
    const underWay = new Promise<void>((resolve) => {
      beforeSubmit(() => {
        resolve()
        return new Promise(() => {})
      })
    })
    void answer(request)
    await underWay
    ports = usual
    await expect(answer(request)).rejects.toThrow(refusal('REQUEST_ANSWERED'))
    await releaseUnfinished(database)
    const { consent } = await answer(request)
    await releaseUnfinished(database)
    await expect(decide(request, [1])).rejects.toThrow(refusal('REQUEST_ANSWERED'))
    expect(await gate.reader(doctor, fromHex(consent))).toMatchObject({ chart: patient })
  })

  it('is nobody else’s to read under', async () => {
    const { consent } = await allow([0])
    const another = actor(randomUUID())
    await expect(gate.reader(another, fromHex(consent))).rejects.toThrow(refusal('NO_SUCH_CONSENT'))
    const suspended = {
      ...doctor,
      practitioner: { id: toHex(systemChance.bytes(16)), organisations: [organisation] },
    }
    await expect(gate.reader(suspended, fromHex(consent))).rejects.toThrow(refusal('NO_SUCH_CONSENT'))
  })

  it('opens nothing after it was taken back, and only its patient takes it back', async () => {
    const { consent } = await allow([0])
    const answering = newAnsweringService(ports)
    await expect(answering.revoke({ ...self, person: cousin }, consent)).rejects.toThrow(
      refusal('NO_SUCH_CONSENT'),
    )
    await answering.revoke(self, consent)
    await expect(gate.reader(doctor, fromHex(consent))).rejects.toThrow(refusal('NO_SUCH_CONSENT'))
    await expect(answering.revoke(self, consent)).rejects.toThrow(refusal('ALREADY_REVOKED'))
    expect((await answering.consents(self))[0]?.state).toBe('revoked')
  })

  it('ends when the doctor ends the visit', async () => {
    const { consent } = await allow([0])
    await newAskingService(ports).finish(doctor, consent)
    await expect(gate.reader(doctor, fromHex(consent))).rejects.toThrow(refusal('NO_SUCH_CONSENT'))
    expect((await newAnsweringService(ports).consents(self))[0]?.state).toBe('ended')
  })

  it('stands in the chart’s strand of consents', async () => {
    await allow([0])
    await ledger.settle()
    const kept = await strandsOf(database, patient)
    expect(kept).toMatchObject([{ kind: 'consents', next: 1, anchored: 1 }])
  })
})

describe('a code told in the room', () => {
  it('opens what is not sensitive to whom it was told', async () => {
    const asking = newAskingService(ports)
    const { request } = await asking.ask(doctor, {
      ...ask,
      bySms: true,
      patient: { by: 'contact', value: 'x' },
    })
    expect(sent.map(({ words }) => words)).toEqual([
      { reader: 'Asha Hegde', organisation: 'Taluk Hospital', entries: 1, minutes: 30 },
    ])
    const { consent } = await asking.enterCode(doctor, request, codeOf(patient))
    await gate.reader(doctor, fromHex(consent))
    expect(await database.rows({ text: 'select index from consent.opened' })).toEqual([{ index: 0 }])
  })

  it('means the one of a family whose code it is', async () => {
    const asking = newAskingService(ports)
    const { request } = await asking.ask(doctor, {
      ...ask,
      bySms: true,
      patient: { by: 'contact', value: 'family' },
    })
    expect(sent.map(({ person }) => person).toSorted()).toEqual([patient, cousin].toSorted())
    const { consent } = await asking.enterCode(doctor, request, codeOf(cousin))
    expect((await gate.reader(doctor, fromHex(consent))).chart).toBe(cousin)
    await expect(asking.enterCode(doctor, request, codeOf(patient))).rejects.toThrow(
      refusal('REQUEST_ANSWERED'),
    )
  })

  it('is refused where it is wrong', async () => {
    const asking = newAskingService(ports)
    const { request } = await asking.ask(doctor, {
      ...ask,
      bySms: true,
      patient: { by: 'contact', value: 'x' },
    })
    await expect(asking.enterCode(doctor, request, '000000')).rejects.toThrow()
    expect(await asking.visits(doctor)).toEqual([])
  })
})

describe('a look', () => {
  it('is durable when it resolves, and proved to its patient once it is on the ledger', async () => {
    const { consent } = await allow([0])
    const permission = await gate.reader(doctor, fromHex(consent))
    const reading = { way: 'read', entries: [{ strand: 7, index: 0 }] } as const
    const receipts = await Promise.all(Array.from({ length: 20 }, () => looks.record(permission, reading)))
    expect(new Set(receipts.map(({ look }) => look)).size).toBe(20)
    const mine = await gate.own(self)
    const kept = await looksAt(database, mine, undefined, 50)
    expect(kept.map(({ look }) => look.practitioner)).toEqual(Array.from({ length: 20 }, () => practitioner))
    await ledger.settle()
    const receipt = await receiptOf(ledger, database, mine, receipts[0]?.look ?? '')
    expect(receipt.proof).not.toBeNull()
    expect(receipt.receipt.promise).toBe(receipts[0]?.promise)
  })

  it('is promised under a signature that it shares, and no other promise is', async () => {
    const { consent } = await allow([0])
    const permission = await gate.reader(doctor, fromHex(consent))
    const reading = { way: 'read', entries: [{ strand: 7, index: 0 }] } as const
    const receipts = await Promise.all(Array.from({ length: 20 }, () => looks.record(permission, reading)))
    const key = ledger.home.publicKey
    expect(new Set(receipts.map(({ signature }) => signature)).size).toBeLessThan(receipts.length)
    for (const receipt of receipts) {
      expect(isPromisedBy(key, receipt)).toBe(true)
      const others = receipts.filter(({ promise }) => promise !== receipt.promise)
      for (const { promise } of others) expect(isPromisedBy(key, { ...receipt, promise })).toBe(false)
      expect(isPromisedBy(key, { ...receipt, count: receipt.count + 1 })).toBe(false)
      expect(
        isPromisedBy(key, {
          ...receipt,
          root: receipts.find(({ root }) => root !== receipt.root)?.root ?? '',
        }),
      ).toBe(false)
    }
  })

  it('is not there for another patient', async () => {
    const { consent } = await allow([0])
    const permission = await gate.reader(doctor, fromHex(consent))
    const { look } = await looks.record(permission, { way: 'read', entries: [] })
    const other = await gate.own({ ...self, person: cousin })
    await expect(receiptOf(ledger, database, other, look)).rejects.toThrow(refusal('NO_SUCH_LOOK'))
  })
})

function askOne() {
  return newAskingService(ports).ask(doctor, { ...ask, patient: { by: 'health-id', value: 'x' } })
}

function decide(request: string, chosen: readonly number[]) {
  const decision = { entries: chosen.map(idOf), later: false, minutes: 30 }
  return newAnsweringService(ports).prepare(self, request, decision, 'otp')
}

async function allow(chosen: readonly number[]) {
  const { request } = await askOne()
  await decide(request, chosen)
  return { request, ...(await answer(request)) }
}

function answer(request: string) {
  return newAnsweringService(ports).allow(self, request, { by: 'otp', code: codeOf(patient) })
}

/** From now on this happens before anything reaches the ledger. */
function beforeSubmit(happens: () => Promise<unknown>): void {
  const submit: Ledger['submit'] = async (...words) => {
    await happens()
    return ledger.submit(...words)
  }
  ports = { ...ports, ledger: { ...ledger, submit } }
}

async function gateOf(request: string) {
  const [row] = await database.rows<{ id: Bytes }>(
    { text: 'select id from consent.consent where request = $1' },
    [request],
  )
  return gate.reader(doctor, row?.id ?? new Uint8Array(16))
}

function refusal(code: string) {
  return expect.objectContaining({ code })
}
