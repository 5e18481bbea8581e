import type { PlainRequest } from './request.ts'

/** As `fetch`, but tells how much is sent, which `fetch` cannot. */
export function sendWithProgress(
  { method, url, headers, body }: PlainRequest,
  onPart: (part: number) => void,
  signal?: AbortSignal,
): Promise<Response> {
  const request = new XMLHttpRequest()
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  request.open(method, url)
  request.responseType = 'blob'
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total === 0 ? 1 : loaded / total))
  request.addEventListener('load', () => resolve(toResponse(request)))
  request.addEventListener('error', () => reject(new TypeError('no answer came')))
  request.addEventListener('abort', () => reject(new DOMException('the upload was stopped', 'AbortError')))
  signal?.addEventListener('abort', () => request.abort())
  request.send(body)
  return promise
}

function toResponse(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader('content-type') ?? ''
  const body = request.response instanceof Blob && request.response.size > 0 ? request.response : null
  return new Response(body, { status: request.status, headers: { 'content-type': type } })
}
