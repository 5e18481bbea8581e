import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'

import { HttpError } from '../errors.ts'
import { limitedBody } from './limited.ts'

/** A file of a form. Its name and media type are what the sender says, and prove nothing. */
export interface FormFile {
  readonly field: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: FormFile; isRead(): boolean }

/** What a form may hold: more than any page of ours sends, and far less than hurts. */
const LIMITS = { fields: 100, fieldSize: 65_536, files: 200, parts: 300, headerPairs: 32, headerSize: 8_192 }

/** The parts of a form (RFC 7578) while they arrive. Reading a part lets the next one come. */
export function openParts(request: Request, maxBytes: number): ReadableStream<Part> {
  const parser = newParser(request.headers.get('content-type') ?? '')
  const body = Readable.from(limitedBody(request, maxBytes))
  return new ReadableStream<Part>({
    start(controller) {
      const files = new Set<BusboyFileStream>()
      onParts(parser, controller, files)
      pipeline(body, parser).then(
        () => controller.close(),
        (error: unknown) => breakOff(controller, files, error),
      )
    },
    cancel: () => void body.destroy(),
  })
}

function newParser(contentType: string): BusboyInstance {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new HttpError('WRONG_MEDIA_TYPE')
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS })
  } catch {
    throw new HttpError('MALFORMED_BODY')
  }
}

function onParts(
  parser: BusboyInstance,
  controller: ReadableStreamDefaultController<Part>,
  files: Set<BusboyFileStream>,
): void {
  const tooLarge = () => void parser.destroy(new HttpError('BODY_TOO_LARGE'))
  parser.on('fieldsLimit', tooLarge).on('filesLimit', tooLarge).on('partsLimit', tooLarge)
  parser.on('field', (name, text, _, isCut) => {
    if (isCut) tooLarge()
    else controller.enqueue({ kind: 'field', name, text })
  })
  parser.on('file', (field, stream, fileName, _, mediaType) => {
    files.add(stream)
    controller.enqueue({
      kind: 'file',
      file: { field, fileName: fileName ?? '', mediaType, bytes: stream },
      isRead: () => stream.readableEnded,
    })
  })
}

/** Ends the form and the file being read with the refusal that stopped them. */
function breakOff(
  controller: ReadableStreamDefaultController<Part>,
  files: Set<BusboyFileStream>,
  error: unknown,
): void {
  const refusal = error instanceof HttpError ? error : new HttpError('MALFORMED_BODY')
  for (const file of files) file.destroy(refusal)
  controller.error(refusal)
}
