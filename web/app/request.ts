/** An endpoint and what is given to it, as an HTTP request. */
import type { z } from 'zod'
import type { Endpoint } from '#http/model'

/** What an endpoint is given: what its schemas name, and nothing where they name nothing. */
export type Input<E extends Endpoint> = Given<'params', z.input<E['params']>> &
  Given<'query', z.input<E['query']>> &
  (E['upload'] extends 'bytes' ? { readonly body: Blob } : Given<'body', z.input<E['body']>>) &
  (E['upload'] extends 'form' ? { readonly files: Files } : unknown)

/** The files of a form, by the name of their field. */
export type Files = Readonly<Record<string, File | readonly File[]>>

type Given<Name extends string, Value> = [Value] extends [Record<string, never>]
  ? { readonly [K in Name]?: Value }
  : [Partial<Value>] extends [Value]
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value }

/** What the schemas of all endpoints have in common, once they are forgotten. */
export interface AnyInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly files?: Files
}

export interface PlainRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Blob | FormData | null
}

export function toRequest({ method, path, upload }: Endpoint, input: AnyInput): PlainRequest {
  const url = pathOf(path, fieldsOf(input.params)) + searchOf(fieldsOf(input.query))
  const accepts = { accept: 'application/json, application/problem+json, */*' }
  if (method === 'GET') return { method, url, headers: accepts, body: null }
  if (input.body instanceof Blob)
    return { method, url, headers: { ...accepts, 'content-type': input.body.type }, body: input.body }
  if (upload === 'form')
    return { method, url, headers: accepts, body: formOf(fieldsOf(input.body), input.files ?? {}) }
  return {
    method,
    url,
    headers: { ...accepts, 'content-type': 'application/json' },
    body: JSON.stringify(input.body ?? {}),
  }
}

function pathOf(path: string, params: Fields): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(toText(params.get(name))))
}

function searchOf(query: Fields): string {
  const search = new URLSearchParams(textsOf(query)).toString()
  return search === '' ? '' : `?${search}`
}

/** Text fields first: the server reads them before it takes a file. */
function formOf(fields: Fields, files: Files): FormData {
  const form = new FormData()
  for (const [name, text] of textsOf(fields)) form.append(name, text)
  for (const [name, given] of Object.entries(files)) {
    for (const file of [given].flat()) form.append(name, file)
  }
  return form
}

type Fields = ReadonlyMap<string, unknown>

function fieldsOf(value: unknown): Fields {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** A list as its name several times; what is not given, not at all. */
function textsOf(fields: Fields): [string, string][] {
  return [...fields].flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] => (one === undefined || one === null ? [] : [[name, toText(one)]])),
  )
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TypeError('only texts, numbers and yes or no fit into an address or a form')
}
