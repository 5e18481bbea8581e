import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { listen } from './index.ts'

const HERE = { host: '127.0.0.1', port: 0 }

describe('a listening server', () => {
  it('says where, also when any port will do', async () => {
    await using server = await listen({ fetch: () => new Response('here') }, HERE)
    expect(await (await fetch(server.url)).text()).toBe('here')
    await using second = await listen({ fetch: () => new Response('there') }, { host: '::1', port: 0 })
    expect(second.url.hostname).toBe('[::1]')
    expect(await (await fetch(second.url)).text()).toBe('there')
  })

  it('cannot take a port that is taken', async () => {
    await using server = await listen({ fetch: () => new Response() }, HERE)
    const taken = { host: HERE.host, port: Number(server.url.port) }
    await expect(listen({ fetch: () => new Response() }, taken)).rejects.toThrow('EADDRINUSE')
  })

  it('lets what is under way end before it closes', async () => {
    const begun = Promise.withResolvers<void>()
    const slow = async () => {
      begun.resolve()
      await sleep(100)
      return new Response('done')
    }
    const server = await listen({ fetch: slow }, HERE)
    const answer = fetch(server.url)
    await begun.promise
    await server.close()
    expect(await (await answer).text()).toBe('done')
    await expect(fetch(server.url)).rejects.toThrow()
  })

  it('cuts off what does not end within the grace', async () => {
    const forever = () => new Promise<Response>(() => {})
    const server = await listen({ fetch: forever }, { ...HERE, grace: 50 })
    const answer = fetch(server.url)
    const cut = expect(answer).rejects.toThrow()
    await sleep(20)
    await server.close()
    await cut
  })

  it('does not wait for a connection that says nothing', async () => {
    const server = await listen({ fetch: () => new Response() }, { ...HERE, grace: 10_000 })
    const socket = connect(Number(server.url.port), server.url.hostname)
    await once(socket, 'connect')
    const closed = once(socket, 'close')
    socket.resume()
    await Promise.all([server.close(), closed])
  })
})
