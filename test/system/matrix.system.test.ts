/** Every endpoint of a whole node, asked by everybody, about what is theirs, another's, and not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { toHex, systemChance } from '#kernel'
import { liveRoutes } from '#http'
import type { Endpoint } from '#http/model'
import { signInEndpoint } from '#identity/model'

import { PASSWORD } from '../fixtures/forms.ts'
import { call, withoutNames, type Answer } from './matrix/call.ts'
import { elsewhere, expectedOf, parseOutcomes, readOutcomes, unspoken, type Row } from './matrix/outcomes.ts'
import { openStage, WORDS, type Stage } from './matrix/stage.ts'
import { openThings, type Thing, type Things } from './matrix/things.ts'

const outcomes = await readOutcomes()
const { callers, rows } = outcomes

/** After these nobody is signed in any more, or under another cookie. */
const LEAVES: ReadonlySet<string> = new Set([
  'session.signOut',
  'session.endAll',
  'password.change',
  'secondFactor.end',
])

interface Expected {
  readonly caller: string
  readonly expected: string
}

interface Asked extends Expected {
  readonly row: Row
  readonly answer: Answer
}

let stage: Stage
let things: Things
let endpoints: ReadonlyMap<string, Endpoint>
const all: Asked[] = []

beforeAll(async () => {
  stage = await openStage()
  things = openThings(stage)
  const { routes, node } = stage.world
  const served = [...routes, ...liveRoutes(node.live)].map(({ endpoint }) => endpoint)
  endpoints = new Map(served.map((endpoint) => [endpoint.name, endpoint]))
})
afterAll(() => stage[Symbol.asyncDispose]())

/** Asks for everybody. Who is refused asks first; what is used up by one is there anew for the next. */
async function askAll(row: Row, more: Thing = {}): Promise<void> {
  const endpoint = endpoints.get(row.endpoint)
  const make = things.get(row.about)
  if (!endpoint || !make) throw new Error(`nothing is known of ${row.endpoint}, ${row.about}`)
  const first = { ...(await make()), ...more }
  const ask = async (who: Expected, thing: Thing) => {
    all.push({ row, ...who, answer: await call(stage, endpoint, who.caller, thing) })
  }
  const expected = callers.map((caller) => ({ caller, expected: expectedOf(outcomes, row, caller) }))
  await Promise.all(expected.filter(isRefused).map((who) => ask(who, first)))
  const given: Promise<void>[] = []
  for (const who of expected.filter((each) => !isRefused(each))) {
    given.push(ask(who, given.length === 0 ? first : { ...(await make()), ...more }))
  }
  await Promise.all(given)
  if (LEAVES.has(row.endpoint)) await signInAgain()
}

function isRefused({ expected }: Expected): boolean {
  return !expected.startsWith('2')
}

async function signInAgain(): Promise<void> {
  const signIns = Object.values(stage.cast).map(async ({ browser, healthId }) =>
    browser.call(signInEndpoint, { body: { identifier: healthId, password: PASSWORD } }),
  )
  await Promise.all(signIns)
}

/** Those who were not answered as the page says. */
function surprises(asked: readonly Asked[]): readonly string[] {
  return asked
    .filter(({ expected, answer }) => answer.outcome !== expected)
    .map(({ row, caller, expected, answer }) => {
      return `${row.endpoint}, ${row.about}: ${caller} got ${answer.outcome}, not ${expected}`
    })
}

it('says what every endpoint of the node answers, and of no other', () => {
  expect(unspoken(outcomes, [...endpoints.values()])).toEqual([])
})

describe.each([...Map.groupBy(rows, ({ endpoint }) => endpoint)])('%s', (_, about) => {
  it.each(about.map((row) => [row.about, row] as const))('answers everybody as said: %s', async (_, row) => {
    const before = all.length
    await askAll(row)
    expect(surprises(all.slice(before))).toEqual([])
  })
})

it('is as if it were not there at a suspended organisation and at none', async () => {
  const ids = { closed: toHex(stage.houses.closed.id), none: toHex(systemChance.bytes(16)) }
  const before = all.length
  for (const { at, ...row } of elsewhere(outcomes)) await askAll(row, { organisation: ids[at] })
  expect(surprises(all.slice(before))).toEqual([])
})

const isNothing = ({ row }: Asked) => row.about.startsWith('no ') || row.door === 'staff of no organisation'
const whoAndWhat = ({ row, caller, answer }: Asked) => `${row.endpoint}: ${caller} ${answer.outcome}`

it("is told of another's thing, to the letter, what is told of none", () => {
  const alike = Map.groupBy(all, whoAndWhat)
  const different = [...alike].filter(([, group]) => {
    const [one] = group.filter(isNothing).map(({ answer }) => withoutNames(answer.text))
    const others = group.filter(({ row, caller }) => !row.named.has(caller))
    return one !== undefined && others.some(({ answer }) => withoutNames(answer.text) !== one)
  })
  expect(different.map(([name]) => name)).toEqual([])
})

it("has something that is not there beside each thing of another's", () => {
  const missing = [...Map.groupBy(all, whoAndWhat)].filter(([, group]) => {
    const isHidden = group.some(({ row, answer }) => row.about !== '–' && answer.outcome.startsWith('404'))
    return isHidden && !group.some(isNothing)
  })
  expect(missing.map(([name]) => name)).toEqual([])
})

it('refuses with no code that its endpoint does not name', () => {
  const named = ({ row, answer }: Asked) => {
    const [, code = ''] = answer.outcome.split(' ')
    const common = ['', 'SIGN_IN_FIRST', 'NOT_ALLOWED', 'NOT_FOUND']
    return common.includes(code) || endpoints.get(row.endpoint)?.refusals.includes(code)
  }
  expect(new Set(all.filter((asked) => !named(asked)).map(whoAndWhat))).toEqual(new Set())
})

describe("the words of a patient's chart", () => {
  const told = (word: string) => {
    const who = all.filter(({ answer }) => answer.text.includes(word))
    return new Set(who.map(({ row, caller }) => (caller === 'patient' ? caller : `${row.door}: ${caller}`)))
  }

  it('reach staff from where they were written, and the doctor to whom the patient opened them', () => {
    expect(told(WORDS.hospital)).toEqual(
      new Set([
        'patient',
        'practitioner: doctor',
        ...['doctor', 'colleague', 'clerk', 'nurse', 'administrator'].map(
          (who) => `records of hospital: ${who}`,
        ),
      ]),
    )
    expect(told(WORDS.clinic)).toEqual(
      new Set(['patient', 'records of clinic: stranger', 'records of clinic: outsider']),
    )
  })

  it('that she added herself reach nobody else', () => {
    expect(told(WORDS.patient)).toEqual(new Set(['patient']))
  })
})

describe('the matrix', () => {
  it('asks as everybody', () => {
    const places = all.length / callers.length
    expect([Number.isInteger(places), places > 250]).toEqual([true, true])
  })

  it('would notice an endpoint of which nothing is said, and an answer that is not as said', async () => {
    const [one] = endpoints.values()
    expect(unspoken(outcomes, [...endpoints.values(), { name: 'chart.everybodys' }])).toEqual([
      'chart.everybodys',
    ])
    expect(one && unspoken({ ...outcomes, rows: [] }, [one])).toEqual([one?.name])
    const stricter = parseOutcomes(PAGE)
    const row = stricter.rows[0]
    const entry = all.find(
      ({ row: { endpoint }, caller }) => endpoint === 'chart.entry' && caller === 'patient',
    )
    const expected = row && expectedOf(stricter, row, 'patient')
    expect(entry && surprises([{ ...entry, expected: expected ?? '' }])).toEqual([
      "chart.entry, hospital's entry: patient got 200, not 404 NO_SUCH_ENTRY",
    ])
  })

  it('left no error of the node', async () => {
    expect((await stage.world.log()).filter((line) => line.includes('failed'))).toEqual([])
  })
})

/** A page on which the patient may not read her own entry. */
const PAGE = `
## Callers
| caller |
| - |
| patient |
## Doors
| door | lets in | refuses | the rest |
| - | - | - | - |
| person | everybody | | |
## Outcomes
| endpoint | door | about | named | else |
| - | - | - | - | - |
| chart.entry | person | hospital's entry | | 404 NO_SUCH_ENTRY |
`
