import { once } from 'node:events'
import { connect } from 'node:net'

import { expect, it } from 'vitest'

import { listen } from './index.ts'

it('a server hangs up on whoever sends a letter at a time', async () => {
  await using server = await listen({ fetch: () => new Response() }, { host: '127.0.0.1', port: 0 })
  const socket = connect(Number(server.url.port), server.url.hostname)
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  const began = Date.now()
  const letters = setInterval(() => socket.write('a'), 500)
  socket.resume()
  await once(socket, 'close')
  clearInterval(letters)
  expect(Date.now() - began).toBeLessThan(20_000)
})
