import { serve, type Call, type Route } from '#http'

import type { Passwords } from '../accounts/passwords.ts'
import type { Passkeys } from '../accounts/passkeys.ts'
import type { SecondFactors } from '../accounts/second-factor.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { SignIns } from '../accounts/sign-in.ts'
import type { SignUps } from '../accounts/sign-up.ts'
import * as api from '../model/api.ts'

/** A call that may be answered with cookies. */
type Answering = Pick<Call<unknown, unknown, unknown>, 'setCookie'>

export function signUpRoutes(signUps: SignUps, passwords: Passwords): readonly Route[] {
  return [
    serve(api.signUpEndpoint, (_, { body }) => signUps.begin(body)),
    serve(api.resendCodeEndpoint, async (_, { body }) => {
      await signUps.resend(body.signUp)
      return {}
    }),
    serve(api.verifyEndpoint, async (_, call) => {
      const { value, cookies } = await signUps.verify(call.body.signUp, call.body.code, call.request.headers)
      return withCookies(call, cookies, value)
    }),
    serve(api.forgottenEndpoint, async (_, { body }) => {
      await passwords.forgotten(body.identifier)
      return {}
    }),
    serve(api.resetEndpoint, async (_, { body }) => {
      await passwords.reset(body.identifier, body.code, body.password)
      return {}
    }),
  ]
}

export function signInRoutes(signIns: SignIns): readonly Route[] {
  return [
    serve(api.signInEndpoint, async (_, call) => {
      const { identifier, password } = call.body
      const { value, cookies } = await signIns.signIn(identifier, password, call.request.headers)
      return withCookies(call, cookies, value)
    }),
    serve(api.secondFactorEndpoint, async (_, call) =>
      withCookies(call, await signIns.secondFactor(call.body, call.request.headers), {}),
    ),
    serve(api.passkeySignInOptionsEndpoint, async (_, call) => {
      const { value, cookies } = await signIns.passkeyOptions(call.request.headers)
      return withCookies(call, cookies, { options: value })
    }),
    serve(api.passkeySignInEndpoint, async (_, call) =>
      withCookies(call, await signIns.passkey(call.body.assertion, call.request.headers), {}),
    ),
  ]
}

export function sessionRoutes(sessions: Sessions, passwords: Passwords): readonly Route[] {
  return [
    serve(api.signOutEndpoint, async (actor, call) =>
      withCookies(call, await sessions.signOut(actor, call.request.headers), {}),
    ),
    serve(api.sessionsEndpoint, async (actor, { request }) => ({
      sessions: [...(await sessions.list(actor, request.headers))],
    })),
    serve(api.endSessionEndpoint, async (actor, { params, request }) => {
      await sessions.end(actor, params.session, request.headers)
      return {}
    }),
    serve(api.endAllSessionsEndpoint, async (actor, call) =>
      withCookies(call, await sessions.endAll(actor, call.request.headers), {}),
    ),
    serve(api.changePasswordEndpoint, async (actor, call) => {
      const { current, next } = call.body
      return withCookies(call, await passwords.change(actor, current, next, call.request.headers), {})
    }),
  ]
}

export function secondFactorRoutes(factors: SecondFactors, passkeys: Passkeys): readonly Route[] {
  return [
    serve(api.beginSecondFactorEndpoint, (actor, { body, request }) =>
      factors.begin(actor, body.password, request.headers),
    ),
    serve(api.confirmSecondFactorEndpoint, async (_, call) =>
      withCookies(call, await factors.confirm(call.body.code, call.request.headers), {}),
    ),
    serve(api.endSecondFactorEndpoint, async (_, call) =>
      withCookies(call, await factors.end(call.body.password, call.request.headers), {}),
    ),
    serve(api.newBackupCodesEndpoint, async (_, call) => {
      const { value, cookies } = await factors.newBackupCodes(call.body.password, call.request.headers)
      return withCookies(call, cookies, { backupCodes: value })
    }),
    serve(api.passkeyOptionsEndpoint, async (actor, call) => {
      const { value, cookies } = await passkeys.options(actor, call.body.password, call.request.headers)
      return withCookies(call, cookies, { options: value })
    }),
    serve(api.addPasskeyEndpoint, async (actor, { body, request }) => {
      await passkeys.add(actor, body.name, body.attestation, request.headers)
      return {}
    }),
    serve(api.passkeysEndpoint, async (actor, { request }) => ({
      passkeys: [...(await passkeys.list(actor, request.headers))],
    })),
    serve(api.removePasskeyEndpoint, async (_, { params, request }) => {
      await passkeys.remove(params.passkey, request.headers)
      return {}
    }),
  ]
}

function withCookies<T>(call: Answering, cookies: readonly string[], value: T): T {
  for (const cookie of cookies) call.setCookie(cookie)
  return value
}
