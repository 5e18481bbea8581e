/**
 * Finds where the parts of a JSON text (RFC 8259) begin and end without making a value of them, so that a resource can
 * be kept as the very bytes that came. Brackets, strings and depth are checked here; what lies between them is checked
 * by `JSON.parse` when the part is opened.
 */
import type { Bytes } from '#kernel'

import { readString } from './text.ts'
import { ResourceError, type ResourceErrorCode } from '../errors.ts'

/** No FHIR resource nests nearly so deep; the walkers of parsed values rely on it. */
const MAX_DEPTH = 100

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
/** In ASCII each opening bracket lies two before its closing one. */
const TO_CLOSING = 2
const END = 0

export interface Part {
  readonly start: number
  readonly end: number
  /** How many `name: value` pairs it holds, at any depth: a parsed value with fewer had a name twice. */
  readonly pairs: number
}

export class Scanner {
  readonly #bytes: Bytes
  readonly #closings = new Uint8Array(MAX_DEPTH)
  #at = 0

  /** Begins at `start`; at the very beginning a byte order mark is passed over (RFC 8259 section 8.1). */
  constructor(bytes: Bytes, start = 0) {
    this.#bytes = bytes
    this.#at = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : start
  }

  get at(): number {
    return this.#at
  }

  /** Whether an object begins here. */
  isAtObject(): boolean {
    return this.#peek() === OPEN_BRACE
  }

  isAtArray(): boolean {
    return this.#peek() === OPEN_BRACKET
  }

  /** Calls `member` at each value of the object that begins here; it must move past the value. */
  eachMember(path: string, member: (name: string, path: string) => void): void {
    const names = new Set<string>()
    this.#each(CLOSE_BRACE, path, () => {
      const at = this.#at
      const name = this.#name(path)
      if (names.has(name)) throw new ResourceError('NAMED_TWICE', 'a name is used twice', at, path)
      names.add(name)
      if (this.#peek() !== COLON) throw this.malformed('a colon is missing', path)
      this.#at++
      this.#peek()
      member(name, `${path}.${name}`)
    })
  }

  eachItem(path: string, item: (index: number, path: string) => void): void {
    let index = 0
    this.#each(CLOSE_BRACKET, path, () => {
      item(index, `${path}[${index}]`)
      index++
    })
  }

  /** Goes to the end of the value that begins here. */
  skip(path: string): Part {
    const start = this.#at
    const first = this.#peek()
    if (first === OPEN_BRACE || first === OPEN_BRACKET) return { start, ...this.#skipNested(path) }
    if (first === QUOTE) return { start, end: this.#skipString(path), pairs: 0 }
    return { start, end: this.#skipWord(path), pairs: 0 }
  }

  /** Refuses anything but blank space up to the end. */
  finish(path: string): void {
    if (this.#peek() !== END || this.#at < this.#bytes.length)
      throw this.malformed('something follows the end', path)
  }

  malformed(problem: string, path: string): ResourceError {
    return this.refusal('MALFORMED_JSON', problem, path)
  }

  refusal(code: ResourceErrorCode, problem: string, path: string): ResourceError {
    return new ResourceError(code, problem, this.#at, path)
  }

  #each(closing: number, path: string, visit: () => void): void {
    this.#at++
    if (this.#peek() === closing) {
      this.#at++
      return
    }
    for (;;) {
      visit()
      const after = this.#peek()
      if (after !== COMMA && after !== closing) throw this.malformed('a comma or bracket is missing', path)
      this.#at++
      if (after === closing) return
      this.#peek()
    }
  }

  /** The byte after any blank space; END where there is none. */
  #peek(): number {
    const bytes = this.#bytes
    for (;;) {
      const byte = bytes[this.#at] ?? END
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte
      this.#at++
    }
  }

  /** Letters, in FHIR; whatever else stands there is read as JSON reads it. */
  #name(path: string): string {
    if (this.#peek() !== QUOTE) throw this.malformed('a name is missing', path)
    const start = this.#at + 1
    const end = this.#skipString(path) - 1
    let name = ''
    for (let at = start; at < end; at++) {
      const byte = this.#bytes[at] ?? END
      if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH)
        return readString(this.#bytes, start - 1, end + 1, path)
      name += String.fromCharCode(byte)
    }
    return name
  }

  #skipString(path: string): number {
    const bytes = this.#bytes
    let at = this.#at + 1
    for (; bytes[at] !== QUOTE; at++) {
      if (bytes[at] === BACKSLASH) at++
      if (at >= bytes.length) throw this.malformed('a string does not end', path)
    }
    this.#at = at + 1
    return this.#at
  }

  #skipWord(path: string): number {
    const start = this.#at
    for (; !endsWord(this.#bytes[this.#at] ?? END); this.#at++);
    if (this.#at === start) throw this.malformed('a value is missing', path)
    return this.#at
  }

  /** The one hot loop of the import: everything it touches is local. */
  #skipNested(path: string): { end: number; pairs: number } {
    const bytes = this.#bytes
    const closings = this.#closings
    let depth = 0
    let pairs = 0
    for (let at = this.#at; at < bytes.length; at++) {
      const byte = bytes[at] ?? END
      if (byte === QUOTE) {
        while (bytes[++at] !== QUOTE) {
          if (bytes[at] === BACKSLASH) at++
          if (at >= bytes.length) throw this.malformed('a string does not end', path)
        }
      } else if (byte === COLON) {
        pairs++
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (depth === MAX_DEPTH)
          throw this.#beyond('TOO_DEEP', `more than ${MAX_DEPTH} levels deep`, at, path)
        closings[depth++] = byte + TO_CLOSING
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (closings[--depth] !== byte) throw this.#beyond('MALFORMED_JSON', 'brackets do not fit', at, path)
        if (depth > 0) continue
        this.#at = at + 1
        return { end: this.#at, pairs }
      }
    }
    throw this.malformed('a bracket is not closed', path)
  }

  #beyond(code: ResourceErrorCode, problem: string, byte: number, path: string): ResourceError {
    return new ResourceError(code, problem, byte, path)
  }
}

function endsWord(byte: number): boolean {
  return (
    byte === END ||
    byte === COMMA ||
    byte === CLOSE_BRACE ||
    byte === CLOSE_BRACKET ||
    byte === COLON ||
    byte <= 0x20 ||
    byte === QUOTE ||
    byte === OPEN_BRACE ||
    byte === OPEN_BRACKET
  )
}
