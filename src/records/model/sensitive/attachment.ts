import { textAt, type JsonObject } from '../read.ts'

/** Whether it holds or points to something that is not text: a PDF, a picture, a recording. */
export function isUnreadable(holder: object): boolean {
  const { contentType, data, url } = fieldsOf(holder)
  if (contentType === undefined || (data === undefined && url === undefined)) return false
  return !isText(contentType) || data === undefined
}

/** The text of an attachment that carries it in itself; empty where it is not text. */
export function inlineText(holder: JsonObject): string {
  const contentType = textAt(holder, 'contentType')
  const data = textAt(holder, 'data')
  return contentType !== null && data !== null && isText(contentType) ? decoded(data) : ''
}

function fieldsOf(holder: object): { contentType?: unknown; data?: unknown; url?: unknown } {
  return holder
}

function isText(contentType: unknown): boolean {
  return (
    typeof contentType === 'string' && /^(?:text\/|application\/(?:fhir\+)?(?:json|xml))/.test(contentType)
  )
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)))
  } catch {
    return ''
  }
}
