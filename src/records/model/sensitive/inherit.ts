/**
 * Sensitivity travels along references: a bill for a psychiatric visit tells as much as the visit. What comes from the
 * visit alone stays in the visit, else one such visit would in time hide half a chart; what comes by reason, order,
 * claim or part goes on.
 */
import type { Sensitivity } from './category.ts'

export interface Link {
  readonly from: string
  readonly to: string
  /** The element that refers: `Claim.item[0].encounter`. */
  readonly path: string
}

interface Inherited {
  readonly category: Sensitivity
  /** The entry that is sensitive by itself. */
  readonly from: string
  /** The element by which it was reached last. */
  readonly path: string
}

type Way = 'onward' | 'part' | 'visit' | 'none'

/** What each entry inherits from others, beside what it is by itself. `own` holds the categories of each entry by key. */
export function inheritSensitivity(
  own: ReadonlyMap<string, readonly Sensitivity[]>,
  links: readonly Link[],
): ReadonlyMap<string, readonly Inherited[]> {
  const onward = new Map<string, Edge[]>()
  const visits = new Map<string, Edge[]>()
  for (const { from, to, path } of links) {
    const way = wayOf(path)
    if (way === 'visit') push(visits, to, { heir: from, path })
    if (way === 'onward' || way === 'part') push(onward, to, { heir: from, path })
    if (way === 'part') push(onward, from, { heir: to, path })
  }
  const inherited = new Map<string, Map<string, Inherited>>()
  for (const [key, categories] of own)
    for (const category of categories) spread(key, category, onward, visits, inherited)
  return new Map([...inherited].map(([key, found]) => [key, [...found.values()]]))
}

interface Edge {
  readonly heir: string
  readonly path: string
}

type Edges = ReadonlyMap<string, readonly Edge[]>
type Found = Map<string, Map<string, Inherited>>

/** From one sensitive entry to all who inherit: any number of onward steps, and from each one step into a visit. */
function spread(source: string, category: Sensitivity, onward: Edges, visits: Edges, found: Found): void {
  const reached = new Set([source])
  const give = ({ heir, path }: Edge) => {
    if (heir === source) return
    const known = found.get(heir) ?? new Map<string, Inherited>()
    found.set(heir, known)
    if (!known.has(category)) known.set(category, { category, from: source, path })
  }
  for (const key of reached) {
    for (const edge of visits.get(key) ?? []) give(edge)
    for (const edge of onward.get(key) ?? []) {
      give(edge)
      reached.add(edge.heir)
    }
  }
}

/** The visit an entry belongs to: it says where it was done, not what for. */
const VISIT = new Set(['encounter', 'context', 'partOf', 'episodeOfCare'])
/** A whole and its parts are one statement (R4: DiagnosticReport, Observation, Composition). */
const PART = new Set(['result', 'hasMember', 'imagingStudy', 'link', 'derivedFrom', 'component'])
/** Who, where and with what: persons and things that are in many entries. */
const BYSTANDER = new Set(
  `subject patient beneficiary individual performer actor author recorder asserter requester provider organization
  serviceProvider location manager managingOrganization custodian facility insurer payor participant practitioner source
  informationSource recipient interpreter resultsInterpreter attester party enterer specimen device coverage generalPractitioner`.split(
    /\s+/,
  ),
)

function wayOf(path: string): Way {
  const element =
    path
      .replaceAll(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? ''
  if (BYSTANDER.has(element)) return 'none'
  if (VISIT.has(element)) return 'visit'
  return PART.has(element) ? 'part' : 'onward'
}

function push(edges: Map<string, Edge[]>, key: string, edge: Edge): void {
  const known = edges.get(key)
  if (known) known.push(edge)
  else edges.set(key, [edge])
}
