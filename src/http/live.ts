import { z } from 'zod'

import { EVENTS_MISSED, liveEndpoint, liveEventSchema, type Actor, type LiveEvent } from './model/index.ts'
import type { Relay } from './relay.ts'
import { serve, type Route } from './serve.ts'
import { Subscription } from './subscription.ts'

const CHANNEL = 'live'

const messageSchema = liveEventSchema.extend({ topic: z.string() })

/** Tells open pages that something changed. A topic is the id of a person, session, practitioner or organisation. */
export interface EventHub extends AsyncDisposable {
  /**
   * Tells everybody on a topic, on every server. Given a transaction's session, it is told when (and if) that commits.
   * Not for each entry of an import: commits that tell something wait for one another.
   */
  publish(topic: string, kind: string, id?: string, through?: Pick<Relay, 'notify'>): Promise<void>
  /** What concerns this caller from now on. Being signed out ends it. */
  subscribe(actor: Actor, signal: AbortSignal): AsyncIterable<LiveEvent>
}

export async function openEventHub(relay: Relay): Promise<EventHub> {
  const topics = new Map<string, Set<Subscription>>()
  const missed = () => {
    for (const subscription of everybody(topics)) subscription.push({ kind: EVENTS_MISSED, id: '' })
  }
  const heard = await relay.listen(CHANNEL, {
    heard(message) {
      const parsed = readMessage(message)
      if (!parsed) return missed()
      const { topic, ...event } = parsed
      for (const subscription of topics.get(topic) ?? []) subscription.push(event)
    },
    resumed: missed,
  })
  return {
    async publish(topic, kind, id = '', through = relay) {
      await through.notify(CHANNEL, JSON.stringify(messageSchema.parse({ topic, kind, id })))
    },
    subscribe: (actor, signal) => join(topics, topicsOf(actor), signal),
    async [Symbol.asyncDispose]() {
      heard[Symbol.dispose]()
      for (const subscription of everybody(topics)) subscription.end()
    },
  }
}

export function liveRoutes(hub: EventHub): readonly Route[] {
  return [serve(liveEndpoint, (actor, { signal }) => hub.subscribe(actor, signal))]
}

/** A message, or undefined where a server of another version wrote what this one does not know. */
function readMessage(message: string): z.infer<typeof messageSchema> | undefined {
  try {
    return messageSchema.parse(JSON.parse(message))
  } catch {
    return undefined
  }
}

type Topics = Map<string, Set<Subscription>>

function join(topics: Topics, names: readonly string[], signal: AbortSignal): Subscription {
  const subscription: Subscription = new Subscription(() => {
    for (const name of names) leave(topics, name, subscription)
  })
  for (const name of names) topics.set(name, (topics.get(name) ?? new Set()).add(subscription))
  signal.addEventListener('abort', () => subscription.end(), { once: true })
  return subscription
}

function leave(topics: Topics, name: string, subscription: Subscription): void {
  const subscriptions = topics.get(name)
  subscriptions?.delete(subscription)
  if (subscriptions?.size === 0) topics.delete(name)
}

function everybody(topics: Topics): ReadonlySet<Subscription> {
  const all = new Set<Subscription>()
  for (const subscriptions of topics.values()) for (const subscription of subscriptions) all.add(subscription)
  return all
}

function topicsOf({ person, session, practitioner, memberships }: Actor): readonly string[] {
  const organisations = memberships.filter(({ active }) => active).map(({ organisation }) => organisation)
  return [person, session, ...(practitioner ? [practitioner.id] : []), ...organisations]
}
