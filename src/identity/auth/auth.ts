/**
 * Accounts by better-auth: passwords, sessions, second factor, passkeys, and codes for what concerns an account. It is
 * given handles only. Its HTTP handler is not mounted: our endpoints call its API.
 */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { emailOTP, twoFactor } from 'better-auth/plugins'
import { APIError } from 'better-auth/api'
import { Pool } from 'pg'

import { MINUTE, SECOND, taggedHmac, toHex, toUtf8 } from '#kernel'

import type { Vault } from '../vault.ts'

export const CODE_LASTS = 5 * MINUTE
export const CODE_TRIES = 5
const SESSION_DAYS = 7
const CONNECTIONS = 4
const NAME = 'Twinchart'

interface AuthOptions {
  readonly databaseUrl: string
  /** Where browsers find us, as `https://chart.example.org`: passkeys belong to it, and cookies are secure if it is. */
  readonly publicUrl: string
  readonly vault: Vault
}

interface OpenAuth extends AsyncDisposable {
  readonly auth: Auth
}

export function openAuth(options: AuthOptions): OpenAuth {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    application_name: 'twinchart',
    max: CONNECTIONS,
    options: '-c search_path=auth',
  })
  pool.on('error', () => {})
  return { auth: newAuth(pool, options), [Symbol.asyncDispose]: () => pool.end() }
}

export type Auth = ReturnType<typeof newAuth>

function newAuth(pool: Pool, { publicUrl, vault }: AuthOptions) {
  return betterAuth({
    appName: NAME,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: vault.secret,
    database: pool,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'twinchart', ipAddress: { disableIpTracking: true } },
    session: { expiresIn: SESSION_DAYS * 24 * 60 * 60, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
    },
    emailVerification: { autoSignInAfterVerification: true },
    plugins: [
      emailOTP({
        expiresIn: CODE_LASTS / SECOND,
        allowedAttempts: CODE_TRIES,
        disableSignUp: true,
        storeOTP: {
          hash: async (code) => toHex(taggedHmac('account-code/1', toUtf8(vault.secret), toUtf8(code))),
        },
        // Codes are made by `createVerificationOTP` and sent by ourselves: only we know where to.
        sendVerificationOTP: neverSent,
      }),
      twoFactor({ issuer: NAME }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: NAME,
        origin: new URL(publicUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: { afterVerification: refuseUnverified },
        registration: { afterVerification: refuseUnverified },
      }),
    ],
  })
}

async function neverSent(): Promise<void> {
  throw new Error('better-auth has nobody to send to')
}

/** The plugin lets a key pass that did not check its owner by PIN or body; as sole factor that is too little. */
async function refuseUnverified({ verification }: { readonly verification: Verification }): Promise<void> {
  const { authenticationInfo, registrationInfo } = verification
  if (authenticationInfo?.userVerified || registrationInfo?.userVerified) return
  throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

interface Verification {
  readonly authenticationInfo?: { readonly userVerified: boolean } | undefined
  readonly registrationInfo?: { readonly userVerified: boolean } | undefined
}
