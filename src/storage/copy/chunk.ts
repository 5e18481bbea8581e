import type { Bytes } from '#kernel'

const START_BYTES = 256 * 1024
const MOST_UTF8_BYTES_A_UNIT = 3

/** Bytes that grow at their end, big-endian as PostgreSQL wants them. */
export class Chunk {
  #buffer = Buffer.allocUnsafe(START_BYTES)
  #at = 0

  get length(): number {
    return this.#at
  }

  /** A copy of the bytes so far, in memory of its own; the chunk is empty after. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#buffer.subarray(0, this.#at))
    this.#at = 0
    return taken
  }

  uint8(value: number): void {
    const start = this.#grow(1)
    this.#buffer.writeUInt8(value, start)
  }

  int16(value: number): void {
    const start = this.#grow(2)
    this.#buffer.writeInt16BE(value, start)
  }

  int32(value: number): void {
    const start = this.#grow(4)
    this.#buffer.writeInt32BE(value, start)
  }

  int64(value: number): void {
    const start = this.#grow(8)
    this.#buffer.writeBigInt64BE(BigInt(value), start)
  }

  double(value: number): void {
    const start = this.#grow(8)
    this.#buffer.writeDoubleBE(value, start)
  }

  bytes(value: Bytes): void {
    const start = this.#grow(value.length)
    this.#buffer.set(value, start)
  }

  text(value: string): void {
    const room = value.length * MOST_UTF8_BYTES_A_UNIT
    const start = this.#grow(room)
    this.#at -= room - this.#buffer.write(value, start, 'utf8')
  }

  /** Makes room for the length of what follows; `closeLength` writes it there. */
  openLength(): number {
    return this.#grow(4)
  }

  closeLength(place: number): void {
    this.#buffer.writeInt32BE(this.#at - place - 4, place)
  }

  #grow(count: number): number {
    const start = this.#at
    this.#at += count
    if (this.#at > this.#buffer.length) this.#enlarge()
    return start
  }

  #enlarge(): void {
    const larger = Buffer.allocUnsafe(this.#at * 2)
    larger.set(this.#buffer)
    this.#buffer = larger
  }
}
