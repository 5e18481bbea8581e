/** What is wrong at one place of what was sent. */
export interface Fault {
  readonly path: string
  readonly message: string
}

interface DomainErrorOptions extends ErrorOptions {
  readonly fields?: readonly Fault[]
}

/**
 * Something a caller did or asked that cannot be. The code comes from the domain's closed list; the sentence says
 * what is wrong and what to do, and never carries health data, keys or tokens.
 */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code
  /** The places it is about, where there are several or they matter. */
  readonly fields: readonly Fault[]

  constructor(code: Code, message: string, options?: DomainErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
    this.fields = options?.fields ?? []
  }
}

/** For the end of an exhaustive switch; a value that gets here breaks a promise of ours. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case ${JSON.stringify(value)}`)
}
