import { concat, type Bytes } from '#kernel'

import { HttpError } from '../errors.ts'

/**
 * The body as it arrives; it breaks off with a refusal where more comes than the limit allows. Who stops listening before its end
 * need not care: the rest is read and thrown away, so that the answer still reaches a sender who is busy sending.
 */
export async function* limitedBody(
  request: Request,
  maxBytes: number,
): AsyncGenerator<Bytes, void, undefined> {
  refuseAnnounced(request, maxBytes)
  const reader = request.body?.getReader()
  let left = maxBytes
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      left -= chunk.value.length
      if (left < 0) throw new HttpError('BODY_TOO_LARGE')
      yield chunk.value
    }
  } finally {
    if (reader) void discard(reader, left)
  }
}

/** The whole body. An announced length holds: Node's parser takes no byte beyond it. */
export async function wholeBody(request: Request, maxBytes: number): Promise<Bytes> {
  if (!request.headers.has('content-length'))
    return concat(...(await Array.fromAsync(limitedBody(request, maxBytes))))
  refuseAnnounced(request, maxBytes)
  return new Uint8Array(await request.arrayBuffer())
}

function refuseAnnounced(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new HttpError('BODY_TOO_LARGE')
}

async function discard(reader: ReadableStreamDefaultReader<Bytes>, most: number): Promise<void> {
  let left = most
  while (left >= 0) {
    const { value } = await reader.read().catch(() => ({ value: undefined }))
    if (!value) return
    left -= value.length
  }
}
