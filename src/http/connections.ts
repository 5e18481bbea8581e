import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * The connections of a server. Node's own `close` waits for those that were opened ahead and never used, as browsers do,
 * and for those kept alive after the answer that was under way.
 */
export class Connections {
  readonly #idle = new Set<Socket>()
  #areEnding = false

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#rest(socket)
      socket.once('close', () => this.#idle.delete(socket))
    })
    server.on('request', ({ socket }, response) => {
      this.#idle.delete(socket)
      response.once('close', () => this.#rest(socket))
    })
  }

  /** Ends each connection as soon as nothing is under way on it. */
  end(): void {
    this.#areEnding = true
    for (const socket of this.#idle) socket.destroySoon()
  }

  #rest(socket: Socket): void {
    if (this.#areEnding) socket.destroySoon()
    else if (!socket.destroyed) this.#idle.add(socket)
  }
}
