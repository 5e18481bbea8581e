import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Relay } from '#http'

/** What all relays promise. */
export function keepsRelay(open: () => Promise<Relay & Partial<AsyncDisposable>>): void {
  describe('a relay', () => {
    let relay: Relay & Partial<AsyncDisposable>
    beforeAll(async () => {
      relay = await open()
    })
    afterAll(() => relay[Symbol.asyncDispose]?.())

    it('carries a message to all who listen on its channel, once, in order', async () => {
      const heard: string[] = []
      const hearer = (name: string) => ({
        heard: (message: string) => void heard.push(name + message),
        resumed() {},
      })
      using hearing = new DisposableStack()
      hearing.use(await relay.listen('news', hearer('a')))
      hearing.use(await relay.listen('news', hearer('b')))
      hearing.use(await relay.listen('other', hearer('c')))
      await relay.notify('news', '1')
      await relay.notify('news', '2')
      await vi.waitFor(() => expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']))
    })

    it('tells nobody who has left', async () => {
      const heard: string[] = []
      const hearer = { heard: (message: string) => void heard.push(message), resumed() {} }
      const left = await relay.listen('later', hearer)
      left[Symbol.dispose]()
      using hearing = new DisposableStack()
      hearing.use(await relay.listen('later', hearer))
      await relay.notify('later', 'x')
      await vi.waitFor(() => expect(heard).toEqual(['x']))
    })
  })
}
