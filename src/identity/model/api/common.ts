import { z } from 'zod'

import { LONGEST_IDENTIFIER } from '../contact.ts'

export const instant = z.int().nonnegative()
export const personId = z.uuid()

/** A random id of the ledger, 16 bytes in hexadecimal. */
export const ledgerId = z.string().regex(/^[0-9a-f]{32}$/)

/** An e-mail address, a phone number or a health ID, as typed; read on the server. */
export const identifier = z.string().min(3).max(LONGEST_IDENTIFIER)

/** A one-time password: six digits. */
export const code = z.string().regex(/^\d{6}$/)

/**
 * NIST SP 800-63B-4, 3.1.1.2: at least 15 characters alone, at least 8 beside a second factor, at least 64 allowed,
 * no rules of composition. Here the code sent at sign-up and for every consent stands beside it: 8.
 */
export const password = z.string().min(8).max(128)

/** What WebAuthn (Level 2) hands to and takes from a browser; its own library reads it. */
export const webauthn = z.record(z.string(), z.unknown())
