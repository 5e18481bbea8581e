import { HttpError } from '../errors.ts'
import type { Endpoint } from '../model/index.ts'
import { wholeBody } from './limited.ts'
import { requireMediaType } from './media-type.ts'

const FATAL = new TextDecoder('utf-8', { fatal: true })

/** JSON in UTF-8 (RFC 8259 section 8.1); no body at all stands for an empty object. */
export async function readJson(request: Request, { maxBytes, failure }: Endpoint): Promise<unknown> {
  const bytes = await wholeBody(request, maxBytes)
  if (bytes.byteLength === 0) return {}
  requireMediaType(request, [
    'application/json',
    ...(failure === 'operation-outcome' ? ['application/fhir+json'] : []),
  ])
  try {
    return JSON.parse(FATAL.decode(bytes))
  } catch {
    // The parser's own message would repeat a piece of what was sent.
    throw new HttpError('MALFORMED_BODY')
  }
}
