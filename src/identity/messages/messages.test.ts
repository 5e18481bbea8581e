import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { text } from 'node:stream/consumers'

import { describe, expect, it } from 'vitest'

import { openCourier } from './courier.ts'
import { openSmsGateway, openSmtp } from './gateways.ts'
import { byChannel, openMemoryMessenger } from './message.ts'
import { wordsOf } from './texts.ts'

const sms = { channel: 'phone', to: '+919845012345', subject: 'Code', text: '123456 ನಿಮ್ಮ ಕೋಡ್' } as const
const mail = {
  channel: 'email',
  to: 'asha@example.org',
  subject: 'Your code',
  text: '123456 is your code.',
} as const

describe('the SMS gateway', () => {
  it('is given number and text, with the sign-in of its address and never in it', async () => {
    const asked: { request: IncomingMessage; body: string }[] = []
    await using gateway = await serve((request, body) => {
      asked.push({ request, body })
      return 202
    })
    await openSmsGateway(gateway.url.replace('//', '//user:p%40ss@').concat('?sender=TWNCHT')).send(sms)
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ to: sms.to, text: sms.text })
    expect(asked[0]?.request.url).toBe('/?sender=TWNCHT')
    expect(asked[0]?.request.headers.authorization).toBe(
      `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
    )
  })

  it('fails where it does not take the message', async () => {
    await using gateway = await serve(() => 500)
    await expect(openSmsGateway(gateway.url).send(sms)).rejects.toThrow('answered 500')
  })
})

describe('SMTP', () => {
  it('carries sender, recipient, subject and text', async () => {
    await using server = await openSmtpServer()
    await openSmtp(server.url, 'twinchart@example.org').send(mail)
    expect(server.heard()).toMatch(/MAIL FROM:<twinchart@example\.org>/)
    expect(server.heard()).toMatch(/RCPT TO:<asha@example\.org>/)
    expect(server.heard()).toMatch(/Subject: Your code[\s\S]*123456 is your code\./)
  })

  it('fails where nobody listens', async () => {
    await expect(openSmtp('smtp://127.0.0.1:1', 'twinchart@example.org').send(mail)).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})

describe('a courier', () => {
  it('carries each message by its channel', async () => {
    const [email, phone] = [openMemoryMessenger(), openMemoryMessenger()]
    const courier = openCourier(byChannel({ email, phone }), () => {})
    courier.take(sms)
    courier.take(mail)
    await courier.settled()
    expect([email.sent, phone.sent]).toEqual([[mail], [sms]])
  })

  it('tells of what could not be delivered no more than the channel, and goes on', async () => {
    const undelivered: unknown[] = []
    const broken = { send: async () => Promise.reject(new Error(`no such user ${mail.to}`)) }
    const courier = openCourier(broken, (...said) => undelivered.push(said))
    courier.take(mail)
    await courier[Symbol.asyncDispose]()
    expect(undelivered).toEqual([['email']])
  })
})

describe('the words of a message', () => {
  it.each(['en', 'hi', 'kn'] as const)('say the code first, in %s', (language) => {
    const consent = { reader: 'Dr. Rao', organisation: 'City Hospital', entries: 12, minutes: 60 }
    const said = [
      wordsOf(language, 'sign-up', { kind: 'sign-up', code: '123456' }),
      wordsOf(language, 'contact', { kind: 'contact', code: '123456' }),
      wordsOf(language, 'password', { kind: 'password', code: '123456', card: '7890' }),
      wordsOf(language, 'registration', {
        kind: 'registration',
        code: '123456',
        organisation: 'City Hospital',
      }),
      wordsOf(language, 'consent', { kind: 'consent', code: '123456', ...consent }),
    ]
    for (const { subject, text } of said) {
      expect(text).toMatch(/^123456\b/)
      expect(subject).not.toContain('123456')
    }
    expect(said.at(-1)?.text).toContain('12')
  })
})

interface Served extends AsyncDisposable {
  readonly url: string
}

async function serve(answer: (request: IncomingMessage, body: string) => number): Promise<Served> {
  const server = createHttpServer((request, response) => {
    void text(request).then((body) => response.writeHead(answer(request, body)).end())
  })
  return { url: `http://127.0.0.1:${await portOf(server)}`, [Symbol.asyncDispose]: () => close(server) }
}

/** As much of a mail server as one message needs (RFC 5321, appendix D.1). */
async function openSmtpServer(): Promise<Served & { heard(): string }> {
  let heard = ''
  const server = createServer((socket) => {
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      heard += String(data)
      const isData = /^DATA\r\n/m.test(String(data))
      if (String(data).startsWith('QUIT')) socket.end('221 bye\r\n')
      else if (isData) socket.write('354 go on\r\n')
      else if (!heard.includes('DATA\r\n') || heard.endsWith('\r\n.\r\n')) socket.write('250 ok\r\n')
    })
  })
  const url = `smtp://127.0.0.1:${await portOf(server)}`
  return { url, heard: () => heard, [Symbol.asyncDispose]: () => close(server) }
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}
