import { createTransport } from 'nodemailer'

import type { Messenger } from './message.ts'

const PATIENCE = 15_000

/** Sends e-mail by SMTP; the URL carries host, port and sign-in: `smtps://user:password@mail.example.org`. */
export function openSmtp(url: string, from: string): Messenger {
  const transport = createTransport(url, { from })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ to, subject, text })
    },
  }
}

/**
 * Sends SMS by an HTTP gateway: `POST {to, text}` as JSON; any answer but 2xx is a failure. User and password of the
 * URL become Basic authorization; the registered sender (TCCCPR 2018) belongs in its query, as the gateway wants it.
 */
export function openSmsGateway(url: string): Messenger {
  const { username, password } = new URL(url)
  const target = new URL(url)
  target.username = ''
  target.password = ''
  const signIn = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  )
  return {
    async send({ to, text }) {
      const answer = await fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(username === '' ? {} : { authorization: `Basic ${signIn}` }),
        },
        body: JSON.stringify({ to, text }),
        signal: AbortSignal.timeout(PATIENCE),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
    },
  }
}
