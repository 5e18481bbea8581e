import { decode, encode, taggedHash, toUtf8, type Bytes, type Codec } from '#kernel'

/** What a rule may ask of the state. */
export interface StateReader {
  get(key: Bytes): Bytes | undefined
}

/** What a rule may do to the state: nothing is ever deleted. */
export interface StateDraft extends StateReader {
  put(key: Bytes, value: Bytes): void
}

/** One kind of thing in the state: a named set of keys with values in canonical form. */
interface Collection<K, V> {
  /** The 32 bytes under which the tree keeps it: a hash, so that the tree stays balanced and says nothing. */
  keyOf(key: K): Bytes
  get(state: StateReader, key: K): V | undefined
  put(state: StateDraft, key: K, value: V): void
  /** How the state writes a value: what an ICS 23 proof is about. */
  encode(value: V): Bytes
  decode(bytes: Bytes): V
}

export function defineCollection<K, V>(name: string, keys: Codec<K>, values: Codec<V>): Collection<K, V> {
  const prefix = toUtf8(`${name}\0`)
  const keyOf = (key: K) => taggedHash('state-key/1', prefix, encode(keys, key))
  return {
    keyOf,
    get(state, key) {
      const value = state.get(keyOf(key))
      return value && decode(values, value)
    },
    put(state, key, value) {
      state.put(keyOf(key), encode(values, value))
    },
    encode: (value) => encode(values, value),
    decode: (bytes) => decode(values, bytes),
  }
}
