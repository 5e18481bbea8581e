/** Single bytes altered anywhere in a light block, to see that our verifier and CometBFT's refuse the same. */
import { seededChance, type Bytes } from '#kernel'

export interface Flip {
  readonly at: number
  readonly mask: number
}

/** As many places as asked for, each with the bits to turn; the same at every call. */
export function flipsOf(bytes: Bytes, count: number): readonly Flip[] {
  const chance = seededChance('comet flips')
  return Array.from({ length: count }, () => {
    const [high = 0, low = 0, mask = 0] = chance.bytes(3)
    return { at: (high * 256 + low) % bytes.length, mask: (mask % 255) + 1 }
  })
}

export function flipped(bytes: Bytes, { at, mask }: Flip): Bytes {
  return Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ mask : byte))
}
