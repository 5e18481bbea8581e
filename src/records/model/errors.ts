import { DomainError } from '#kernel'

/** Why bytes are not taken as FHIR. */
export type ResourceErrorCode = 'MALFORMED_JSON' | 'NAMED_TWICE' | 'TOO_DEEP' | 'NOT_A_RESOURCE'

/** A refusal of bytes, by place: the byte it was seen at and the path of the element, never what stands there. */
export class ResourceError extends DomainError<ResourceErrorCode> {
  readonly byte: number
  readonly path: string

  constructor(code: ResourceErrorCode, problem: string, byte: number, path: string, options?: ErrorOptions) {
    super(code, `${path}, byte ${byte}: ${problem}`, options)
    this.byte = byte
    this.path = path
  }
}
