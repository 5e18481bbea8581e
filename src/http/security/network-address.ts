import { isIPv6 } from 'node:net'

/**
 * The network that a request comes from, to count its tries. Of an IPv6 address the first 64 bits, since one
 * household or one attacker has all the rest (RFC 6177). A proxy's header is believed only where the operator named
 * it, and of a list only the last item, which the nearest proxy wrote.
 */
export function networkOf(
  peer: string | undefined,
  headers: Headers,
  proxyHeader: string | undefined,
): string {
  const told = proxyHeader === undefined ? null : headers.get(proxyHeader)
  const address = told?.split(',').at(-1)?.trim() ?? peer ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return address.includes(':') && isIPv6(address) ? `${firstGroups(address).join(':')}::/64` : address
}

function firstGroups(address: string): readonly string[] {
  const [before = '', after] = address.toLowerCase().split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail]
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
}
