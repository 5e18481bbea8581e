/** The resources in a FHIR text, as the bytes they came in (R4 section 3.1: Bundle). */
import type { Bytes } from '#kernel'

import { openPart } from './json/open.ts'
import { Scanner, type Part } from './json/scanner.ts'
import { readString } from './json/text.ts'
import { ResourceError } from './errors.ts'
import { isObject, textAt, type JsonObject } from './read.ts'

/** Where one resource lies, and what its Bundle asks to be done with it. */
export interface Slice extends Part {
  readonly path: string
  readonly fullUrl: string | null
  readonly method: string | null
  readonly url: string | null
  readonly ifNoneExist: string | null
}

interface Sliced {
  /** `Bundle.type`, or null for a resource on its own. */
  readonly type: string | null
  readonly entries: readonly Slice[]
}

type Request = Pick<Slice, 'method' | 'url' | 'ifNoneExist'>

const NOTHING_REQUESTED: Request = { method: null, url: null, ifNoneExist: null }
const ROOT = 'resource'

/** The slices of a Bundle's entries, or the one of a resource on its own. What is inside them is checked by `openSlice`. */
export function sliceBundle(bytes: Bytes): Sliced {
  const scanner = new Scanner(bytes)
  const whole = readWhole(scanner, bytes)
  scanner.finish(ROOT)
  if (whole.resourceType === 'Bundle') return bundleOf(whole, bytes)
  return { type: null, entries: [sliceOf(whole.resourceType, whole.part, null, NOTHING_REQUESTED)] }
}

/** The parsed resource of a slice; refused by place where it is not one, or where an object names something twice. */
export function openSlice(bytes: Bytes, slice: Slice): JsonObject {
  const resource = openPart(bytes, slice, slice.path)
  if (isObject(resource)) return resource
  throw notAResource('an object is expected', slice.start, slice.path)
}

interface Whole {
  readonly resourceType: string
  readonly part: Part
  readonly members: ReadonlyMap<string, Part>
  readonly entries: readonly Slice[] | undefined
}

/** One pass where `resourceType` stands before `entry`, as everybody writes it; else the entries are read again. */
function readWhole(scanner: Scanner, bytes: Bytes): Whole {
  if (!scanner.isAtObject()) throw scanner.refusal('NOT_A_RESOURCE', 'an object is expected', ROOT)
  const start = scanner.at
  const members = new Map<string, Part>()
  let pairs = 0
  let resourceType: string | undefined
  let entries: readonly Slice[] | undefined
  scanner.eachMember(ROOT, (name, path) => {
    if (name === 'entry' && resourceType === 'Bundle') {
      entries = readEntries(scanner, bytes)
      return
    }
    const part = scanner.skip(path)
    members.set(name, part)
    pairs += 1 + part.pairs
    if (name === 'resourceType') resourceType = readString(bytes, part.start, part.end, path)
  })
  if (resourceType === undefined) throw notAResource('resourceType is missing', start, ROOT)
  return { resourceType, part: { start, end: scanner.at, pairs }, members, entries }
}

function bundleOf(whole: Whole, bytes: Bytes): Sliced {
  let type: string | null = null
  let { entries } = whole
  for (const [name, part] of whole.members) {
    if (name === 'entry') entries = readEntries(new Scanner(bytes, part.start), bytes)
    else if (name === 'type') type = readString(bytes, part.start, part.end, 'Bundle.type')
    else openPart(bytes, part, `Bundle.${name}`)
  }
  if (type === null) throw notAResource('type is missing', whole.part.start, 'Bundle')
  return { type, entries: entries ?? [] }
}

function readEntries(scanner: Scanner, bytes: Bytes): readonly Slice[] {
  const path = 'Bundle.entry'
  if (!scanner.isAtArray()) throw scanner.refusal('NOT_A_RESOURCE', 'a list is expected', path)
  const entries: Slice[] = []
  scanner.eachItem(path, (_, itemPath) => entries.push(readEntry(scanner, bytes, itemPath)))
  return entries
}

function readEntry(scanner: Scanner, bytes: Bytes, path: string): Slice {
  if (!scanner.isAtObject()) throw scanner.refusal('NOT_A_RESOURCE', 'an object is expected', path)
  const start = scanner.at
  let fullUrl: string | null = null
  let request = NOTHING_REQUESTED
  let resource: Part | undefined
  scanner.eachMember(path, (name, memberPath) => {
    const isNested = scanner.isAtObject()
    const part = scanner.skip(memberPath)
    if (name === 'resource' && isNested) resource = part
    else if (name === 'resource') throw notAResource('an object is expected', part.start, memberPath)
    else if (name === 'fullUrl') fullUrl = readString(bytes, part.start, part.end, memberPath)
    else if (name === 'request') request = requestOf(bytes, part, memberPath)
    else openPart(bytes, part, memberPath)
  })
  if (!resource) throw notAResource('there is no resource', start, path)
  return sliceOf(`${path}.resource`, resource, fullUrl, request)
}

function sliceOf(path: string, part: Part, fullUrl: string | null, request: Request): Slice {
  const { start, end, pairs } = part
  const { method, url, ifNoneExist } = request
  return { path, start, end, pairs, fullUrl, method, url, ifNoneExist }
}

function requestOf(bytes: Bytes, part: Part, path: string): Request {
  const request = openPart(bytes, part, path)
  if (!isObject(request)) throw notAResource('an object is expected', part.start, path)
  return {
    method: textAt(request, 'method'),
    url: textAt(request, 'url'),
    ifNoneExist: textAt(request, 'ifNoneExist'),
  }
}

function notAResource(problem: string, byte: number, path: string): ResourceError {
  return new ResourceError('NOT_A_RESOURCE', problem, byte, path)
}
