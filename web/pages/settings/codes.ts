/** A one-time password, by message or by an authenticator app (RFC 6238). */
export const CODE_DIGITS = 6

/** In fours, as people read letters off a screen; authenticator apps leave the spaces out. */
export function inGroups(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/gu, '$& ')
}
