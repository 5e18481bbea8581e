/**
 * Who comes in, decided in this one place, before anything of the request is read. The rule: who is not signed in gets
 * 401. Who is signed in but has not the role gets 403. Who does not belong (or no longer) to the organisation that the path
 * names gets the same 404 as for one that does not exist, so that nobody learns from outside what is inside.
 */
import { HttpError } from './errors.ts'
import {
  isPractitioner,
  type Actor,
  type Caller,
  type Endpoint,
  type PractitionerActor,
  type SessionToken,
  type StaffRole,
} from './model/index.ts'

/** What a handler is given of its caller. */
export interface Callers {
  readonly anyone: Actor | undefined
  readonly session: SessionToken
  readonly person: Actor
  readonly practitioner: PractitionerActor
  readonly officer: Actor
  readonly staff: Actor
}

/** Somebody at the door. */
export interface Visitor {
  readonly token: SessionToken | undefined
  readonly organisation: string | undefined
  /** Who it is; at once where that needs no look-up. */
  actor(): Promise<Actor | undefined> | undefined
}

/** Gives the caller, at once where nobody had to be looked up, or throws. */
type Admit<Who extends keyof Callers> = (visitor: Visitor) => Promise<Callers[Who]> | Callers[Who]

type Admissions = { readonly [Who in keyof Callers]: Admit<Who> }

/** The door of an endpoint. */
export function admissionTo<const C extends Caller>(
  endpoint: Pick<Endpoint, 'name' | 'path'> & { readonly caller: C },
): Admit<C['who']> {
  const { caller } = endpoint
  if (caller.who === 'staff' && !/\/:organisation(\/|$)/.test(endpoint.path)) {
    throw new Error(`${endpoint.name} is for staff, and its path names no :organisation`)
  }
  const who: C['who'] = caller.who
  return admissions(caller.who === 'staff' ? caller.roles : [])[who]
}

function admissions(roles: readonly StaffRole[]): Admissions {
  return {
    anyone: (visitor) => visitor.actor(),
    session: ({ token }) => token ?? refuse('SIGN_IN_FIRST'),
    person: signedIn,
    async practitioner(visitor) {
      const actor = await signedIn(visitor)
      if (!isPractitioner(actor)) return refuse('NOT_ALLOWED')
      const { organisation } = visitor
      const practises = organisation === undefined || actor.practitioner.organisations.includes(organisation)
      return practises ? actor : refuse('NOT_FOUND')
    },
    async officer(visitor) {
      const actor = await signedIn(visitor)
      return actor.officer ? actor : refuse('NOT_ALLOWED')
    },
    async staff(visitor) {
      const actor = await signedIn(visitor)
      const held = rolesIn(actor, visitor.organisation)
      if (held.length === 0) return refuse('NOT_FOUND')
      return held.some((role) => roles.includes(role) && mayAct(actor, role)) ? actor : refuse('NOT_ALLOWED')
    },
  }
}

async function signedIn(visitor: Visitor): Promise<Actor> {
  return (await visitor.actor()) ?? refuse('SIGN_IN_FIRST')
}

function rolesIn(actor: Actor, organisation: string | undefined): readonly StaffRole[] {
  return actor.memberships
    .filter((membership) => membership.active && membership.organisation === organisation)
    .map(({ role }) => role)
}

/** Whose licence is not in force is no practitioner anywhere, at a desk neither. */
function mayAct(actor: Actor, role: StaffRole): boolean {
  return role !== 'practitioner' || isPractitioner(actor)
}

function refuse(code: 'SIGN_IN_FIRST' | 'NOT_ALLOWED' | 'NOT_FOUND'): never {
  throw new HttpError(code)
}
