import { HttpError } from '../errors.ts'

/** The body as it arrives; it breaks off with a refusal where more comes than the limit allows. */
export function limitedBody(request: Request, maxBytes: number): ReadableStream<Uint8Array> {
  refuseAnnounced(request, maxBytes)
  let seen = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.length
      if (seen > maxBytes) throw new HttpError('BODY_TOO_LARGE')
      controller.enqueue(chunk)
    },
  })
  return request.body?.pipeThrough(limit) ?? new Blob().stream()
}

/** The whole body. An announced length holds: Node's parser takes no byte beyond it. */
export async function wholeBody(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  if (request.headers.has('content-length')) {
    refuseAnnounced(request, maxBytes)
    return request.arrayBuffer()
  }
  return new Response(limitedBody(request, maxBytes)).arrayBuffer()
}

function refuseAnnounced(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new HttpError('BODY_TOO_LARGE')
}
