import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'

import { newActor, serveRoutes } from '../../test/serve-routes.ts'
import { serve, type Route } from './index.ts'
import {
  defineEndpoint,
  problemSchema,
  type Actor,
  type Caller,
  type Endpoint,
  type SessionToken,
} from './model/index.ts'

const practice = { id: 'prac-1', organisations: ['hospital'] }
const clerk = { organisation: 'hospital', role: 'records-clerk', active: true } as const
const asha = newActor('asha')
const actors = [
  asha,
  newActor('clerk', { memberships: [clerk] }),
  newActor('nurse', { memberships: [{ ...clerk, role: 'nurse' }] }),
  newActor('left', { memberships: [{ ...clerk, active: false }] }),
  newActor('elsewhere', { memberships: [{ ...clerk, organisation: 'clinic' }] }),
  newActor('doctor', { practitioner: practice }),
  newActor('resident', { practitioner: practice, memberships: [{ ...clerk, role: 'practitioner' }] }),
  newActor('lapsed', { memberships: [{ ...clerk, role: 'practitioner' }] }),
  newActor('officer', { officer: true }),
]

function doorOf(name: string, path: Endpoint['path'], caller: Caller): Route {
  const answer = z.strictObject({ caller: z.string() })
  const params = z.strictObject(path.includes(':organisation') ? { organisation: z.string() } : {})
  const endpoint = defineEndpoint({ name, method: 'GET', path, summary: name, caller, params, answer })
  return serve(endpoint, (who) => ({
    caller: typeof who === 'string' ? 'a session' : (who?.person ?? 'nobody'),
  }))
}

const doors = [
  doorOf('door.anyone', '/api/anyone', { who: 'anyone' }),
  doorOf('door.session', '/api/session', { who: 'session' }),
  doorOf('door.person', '/api/person', { who: 'person' }),
  doorOf('door.practitioner', '/api/practitioner', { who: 'practitioner' }),
  doorOf('door.officer', '/api/officer', { who: 'officer' }),
  doorOf('door.staff', '/api/org/:organisation/staff', { who: 'staff', roles: ['records-clerk'] }),
  doorOf('door.desk', '/api/org/:organisation/desk', { who: 'staff', roles: ['practitioner'] }),
  doorOf('door.ward', '/api/org/:organisation/ward', { who: 'practitioner' }),
]

/** By path, what each caller gets; nobody, and a session that has ended, come first. */
const OUTCOMES = {
  '/api/anyone': { nobody: 200, asha: 200, clerk: 200, doctor: 200, officer: 200 },
  '/api/session': { nobody: 401, asha: 200, clerk: 200, doctor: 200, officer: 200 },
  '/api/person': { nobody: 401, asha: 200, clerk: 200, doctor: 200, officer: 200 },
  '/api/practitioner': { nobody: 401, asha: 403, clerk: 403, doctor: 200, officer: 403 },
  '/api/officer': { nobody: 401, asha: 403, clerk: 403, doctor: 403, officer: 200 },
  '/api/org/hospital/staff': {
    nobody: 401,
    asha: 404,
    clerk: 200,
    nurse: 403,
    left: 404,
    elsewhere: 404,
    doctor: 404,
    officer: 404,
  },
  '/api/org/hospital/desk': { nobody: 401, clerk: 403, doctor: 404, resident: 200, lapsed: 403 },
  '/api/org/clinic/staff': { nobody: 401, clerk: 404, elsewhere: 200 },
  '/api/org/hospital/ward': { nobody: 401, asha: 403, doctor: 200 },
  '/api/org/clinic/ward': { nobody: 401, asha: 403, doctor: 404 },
}

describe('admission', () => {
  it('lets in whom the endpoint names, and nobody else', async () => {
    await using served = await serveRoutes(doors, actors)
    for (const [path, outcomes] of Object.entries(OUTCOMES)) {
      for (const [who, status] of Object.entries(outcomes)) {
        const session = who === 'nobody' ? {} : { session: `session-of-${who}` }
        const answer = await served.ask(path, session)
        expect([path, who, answer.status]).toEqual([path, who, status])
      }
    }
    expect(served.failures).toEqual([])
  })

  it('tells an outsider nothing that tells an organisation from one that does not exist', async () => {
    await using served = await serveRoutes(doors, actors)
    const real = await served.ask('/api/org/hospital/staff', asha)
    const made = await served.ask('/api/org/no-such-place/staff', asha)
    expect(await real.text()).toBe(await made.text())
  })

  it('takes a session that has ended for nobody', async () => {
    await using served = await serveRoutes(doors, actors, {
      authenticator: {
        sessionTokenOf: () => undefined,
        actorOf: () => Promise.reject(new Error('must not be asked')),
      },
    })
    expect((await served.ask('/api/person', asha)).status).toBe(401)
    const anyone = await served.ask('/api/anyone', asha)
    expect(await anyone.json()).toEqual({ caller: 'nobody' })
  })

  it('lets nobody in while sessions cannot be looked up', async () => {
    const broken = async () => Promise.reject(new Error('the database is away'))
    await using served = await serveRoutes(doors, actors, {
      authenticator: { sessionTokenOf: broken, actorOf: broken },
    })
    for (const path of Object.keys(OUTCOMES)) expect((await served.ask(path, asha)).status).toBe(500)
  })

  it('decides before what was sent is read', async () => {
    const endpoint = defineEndpoint({
      name: 'door.strict',
      method: 'POST',
      path: '/api/org/:organisation/strict',
      summary: 'Takes numbers.',
      caller: { who: 'staff', roles: ['records-clerk'] },
      params: z.strictObject({ organisation: z.uuid() }),
      body: z.strictObject({ count: z.int() }),
    })
    await using served = await serveRoutes([serve(endpoint, () => ({}))], actors)
    const nonsense = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }
    expect((await served.ask('/api/org/clinic/strict', nonsense)).status).toBe(401)
    expect((await served.ask('/api/org/clinic/strict', { ...nonsense, session: asha.session })).status).toBe(
      404,
    )
  })

  it('refuses at once to serve an endpoint for staff of no organisation', () => {
    expect(() => doorOf('door.nowhere', '/api/nowhere', { who: 'staff', roles: ['nurse'] })).toThrow(
      /no :organisation/,
    )
  })
})

it('refuses at once to serve an endpoint whose path and parameters differ', () => {
  const shape = { name: 'thing.lost', method: 'GET', summary: 'Lost.', caller: { who: 'anyone' } } as const
  expect(() => serve(defineEndpoint({ ...shape, path: '/api/lost/:id' }), () => ({}))).toThrow(
    /different things/,
  )
})

describe('a call', () => {
  const thing = defineEndpoint({
    name: 'thing.read',
    method: 'GET',
    path: '/api/things/:id',
    summary: 'Reads a thing.',
    caller: { who: 'anyone' },
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ kind: z.array(z.string()).or(z.string()).optional() }),
    answer: z.object({ id: z.string(), kinds: z.array(z.string()) }),
  })
  const id = '0e3b1ef2-54e8-4d6c-8d9e-0c5bd5b1c0aa'
  const route = serve(thing, (_, { params, query, setCookie }) => {
    setCookie('a=1; HttpOnly')
    setCookie('b=2; HttpOnly')
    return { id: params.id, kinds: [query.kind ?? []].flat() }
  })

  it('gets the path and the query after their schemas, and may set cookies', async () => {
    await using served = await serveRoutes([route])
    const answer = await served.ask(`/api/things/${id}?kind=a&kind=b%20c`)
    expect(await answer.json()).toEqual({ id, kinds: ['a', 'b c'] })
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly'])
  })

  it('never starts where the path names nothing that could be', async () => {
    await using served = await serveRoutes([route])
    expect((await served.ask('/api/things/17')).status).toBe(404)
  })

  it('never starts where the query has more than was asked for', async () => {
    await using served = await serveRoutes([route])
    const answer = await served.ask(`/api/things/${id}?sort=up`)
    expect(answer.status).toBe(422)
    expect(problemSchema.parse(await answer.json()).fields).toEqual([
      { path: '', message: 'has a field that is not known here' },
    ])
  })

  it('goes to the endpoint whose path says most, in whatever order they are given', async () => {
    const newest = defineEndpoint({
      ...thing,
      name: 'thing.newest',
      path: '/api/things/newest',
      params: z.strictObject({}),
    })
    await using served = await serveRoutes([route, serve(newest, () => ({ id: 'newest', kinds: [] }))])
    expect(await (await served.ask('/api/things/newest')).json()).toEqual({ id: 'newest', kinds: [] })
  })

  it('cannot be served twice under one name or at one place', async () => {
    const twin = serve({ ...thing, name: 'thing.twin' }, () => ({ id: '', kinds: [] }))
    await expect(serveRoutes([route, twin])).rejects.toThrow(/served twice/)
    await expect(serveRoutes([route, route])).rejects.toThrow(/served twice/)
  })
})

describe('an answer', () => {
  const shape = { method: 'GET', summary: 'Answers.', caller: { who: 'anyone' } } as const
  const answer = z.object({ seen: z.object({ name: z.string() }) })
  const spoken = defineEndpoint({ ...shape, name: 'answer.loose', path: '/api/loose', answer })
  const talkative = serve(spoken, () => {
    const seen = { name: 'Asha', phone: '98450' }
    return { seen }
  })

  it('holds nothing that its schema does not name', async () => {
    await using served = await serveRoutes([talkative], [], {
      settings: { publicUrl: new URL('http://localhost'), hosts: [], strictAnswers: false },
    })
    expect(await (await served.ask('/api/loose')).json()).toEqual({ seen: { name: 'Asha' } })
  })

  it('breaks in tests where it has more than its schema names', async () => {
    await using served = await serveRoutes([talkative])
    const broken = await served.ask('/api/loose')
    expect(broken.status).toBe(500)
    expect(await broken.text()).not.toContain('98450')
    expect(served.failures).toMatchObject([{ endpoint: 'answer.loose' }])
  })

  it('breaks where it lacks what its schema asks for', async () => {
    const short = defineEndpoint({
      ...shape,
      name: 'answer.short',
      path: '/api/short',
      answer: z.object({ n: z.int() }),
    })
    await using served = await serveRoutes([serve(short, () => ({ n: 0.5 }))])
    expect((await served.ask('/api/short')).status).toBe(500)
  })
})

it('gives a handler what its endpoint promises of the caller and the body', () => {
  const shape = { name: 'typed', method: 'POST', path: '/api/typed', summary: 'Typed.' } as const
  const body = z.strictObject({ n: z.int() })
  serve(defineEndpoint({ ...shape, caller: { who: 'anyone' }, body }), (caller, call) => {
    expectTypeOf(caller).toEqualTypeOf<Actor | undefined>()
    expectTypeOf(call.body).toEqualTypeOf<{ n: number }>()
    return {}
  })
  serve(defineEndpoint({ ...shape, caller: { who: 'session' } }), (caller) => {
    expectTypeOf(caller).toEqualTypeOf<SessionToken>()
    return {}
  })
  serve(
    defineEndpoint({ ...shape, caller: { who: 'practitioner' }, body, upload: 'form' }),
    (caller, call) => {
      expectTypeOf(caller.practitioner.id).toEqualTypeOf<string>()
      expectTypeOf(call.body.fields).toEqualTypeOf<{ n: number }>()
      return {}
    },
  )
  const names: readonly string[] = ['Asha']
  const answer = z.strictObject({ names: z.array(z.string()) })
  serve(defineEndpoint({ ...shape, caller: { who: 'officer' }, answer }), (caller) => {
    expectTypeOf(caller).toEqualTypeOf<Actor>()
    return { names }
  })
})
