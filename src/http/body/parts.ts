import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'

import type { Bytes } from '#kernel'

import { HttpError } from '../errors.ts'
import { limitedBody } from './limited.ts'

/** A file of a form. Its name and media type are what the sender says, and prove nothing. */
export interface FormFile {
  readonly field: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: AsyncIterable<Bytes>
}

export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: FormFile; isRead(): boolean }

/** The parts of a form (RFC 7578) while they arrive: reading one lets the next one come. */
export interface Parts {
  /** The next part, or undefined after the last. */
  next(): Promise<Part | undefined>
  /** Lets the rest come and throws it away. */
  leave(): void
}

/** What a form may hold: more than any page of ours sends, and far less than hurts. */
const LIMITS = { fields: 100, fieldSize: 65_536, files: 200, parts: 300, headerPairs: 32, headerSize: 8_192 }

export function openParts(request: Request, maxBytes: number): Parts {
  const parser = newParser(request.headers.get('content-type') ?? '')
  const files: BusboyFileStream[] = []
  let isLeft = false
  const parts = new ReadableStream<Part>({
    start(controller) {
      onParts(parser, (part) => controller.enqueue(part))
      parser.on('file', (_, stream) => void (isLeft ? stream.resume() : files.push(stream)))
      pipeline(Readable.from(limitedBody(request, maxBytes)), parser).then(
        () => controller.close(),
        (error: unknown) => {
          for (const file of files) file.destroy(toRefusal(error))
          controller.error(toRefusal(error))
        },
      )
    },
  }).getReader()
  return {
    next: async () => (await parts.read()).value,
    leave() {
      isLeft = true
      for (const file of files) file.resume()
    },
  }
}

function newParser(contentType: string): BusboyInstance {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new HttpError('WRONG_MEDIA_TYPE')
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS })
  } catch {
    throw new HttpError('MALFORMED_BODY')
  }
}

function onParts(parser: BusboyInstance, found: (part: Part) => void): void {
  const tooLarge = () => void parser.destroy(new HttpError('BODY_TOO_LARGE'))
  parser.on('fieldsLimit', tooLarge).on('filesLimit', tooLarge).on('partsLimit', tooLarge)
  parser.on('field', (name, text, _, isCut) => {
    if (isCut) tooLarge()
    else found({ kind: 'field', name, text })
  })
  parser.on('file', (field, stream, fileName, _, mediaType) => {
    // Whoever reads the file hears of the error; an error that nobody hears would stop the server.
    stream.on('error', () => {})
    const file = { field, fileName: fileName ?? '', mediaType, bytes: bytesOf(stream) }
    found({ kind: 'file', file, isRead: () => stream.readableEnded })
  })
}

/** The bytes of a file. It outlives a reader who stops early, because the parts after it come through the same pipe. */
async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Bytes, void, undefined> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk
  } catch (error) {
    throw toRefusal(error)
  }
}

function toRefusal(error: unknown): HttpError {
  return error instanceof HttpError ? error : new HttpError('MALFORMED_BODY')
}
