import { HttpError } from '../errors.ts'

/** Refuses content of another kind than these; parameters such as a character set are not looked at. */
export function requireMediaType(request: Request, allowed: readonly string[]): void {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';', 1)
  if (!allowed.includes(type.trim().toLowerCase())) throw new HttpError('WRONG_MEDIA_TYPE')
}
