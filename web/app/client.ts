/** Calls endpoints that are values: what is given and what is answered have the types of their schemas. */
import type { z } from 'zod'
import { problemSchema, type Endpoint } from '#http/model'
import { toProblemDetails } from './outcome.ts'
import { Problem, newOwnProblem } from './problem.ts'
import { toRequest, type AnyInput, type Input, type PlainRequest } from './request.ts'
import { sendWithProgress } from './upload.ts'

export type Answer<E extends Endpoint> = E['returns'] extends 'bytes' ? Blob : z.output<E['answer']>

interface CallOptions {
  readonly signal?: AbortSignal
  /** Told the part that is sent, from 0 to 1. */
  readonly onPart?: (part: number) => void
}

/** The answer, parsed by its schema; throws a `Problem` whatever goes wrong. An abort throws as `fetch` does. */
export function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options?: CallOptions,
): Promise<Answer<E>>
export async function call(endpoint: Endpoint, input: AnyInput, options: CallOptions = {}): Promise<unknown> {
  const response = await send(toRequest(endpoint, input), options)
  if (!response.ok) throw await problemOf(endpoint, response)
  if (endpoint.returns === 'bytes') return response.blob()
  const answer = endpoint.answer.safeParse(await jsonOf(response))
  if (!answer.success) throw newOwnProblem('UNREADABLE', answer.error)
  return answer.data
}

/** The address of a picture or file, for `src` and `href`: what the browser fetches itself. */
export function addressOf<E extends Endpoint>(endpoint: E, input: Input<E>): string
export function addressOf(endpoint: Endpoint, input: AnyInput): string {
  return toRequest({ ...endpoint, method: 'GET' }, input).url
}

async function send({ url, ...request }: PlainRequest, { signal, onPart }: CallOptions): Promise<Response> {
  try {
    if (onPart) return await sendWithProgress({ url, ...request }, onPart, signal)
    return await fetch(url, { ...request, ...(signal && { signal }) })
  } catch (error) {
    if (signal?.aborted) throw error
    throw newOwnProblem('OFFLINE', error)
  }
}

async function problemOf({ failure }: Endpoint, response: Response): Promise<Problem> {
  const said = await jsonOf(response)
  const problem = problemSchema.safeParse(
    failure === 'problem' ? said : toProblemDetails(said, response.status),
  )
  return problem.success ? new Problem(problem.data) : newOwnProblem('UNREADABLE', problem.error)
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text()
    return text === '' ? {} : JSON.parse(text)
  } catch (error) {
    throw newOwnProblem('UNREADABLE', error)
  }
}
