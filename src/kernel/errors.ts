/**
 * Something a caller did or asked that cannot be. The code comes from the domain's closed list; the sentence says
 * what is wrong and what to do, and never carries health data, keys or tokens.
 */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

/** For the end of an exhaustive switch; a value that gets here breaks a promise of ours. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case ${JSON.stringify(value)}`)
}
