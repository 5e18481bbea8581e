/** Named texts as an object; a name that comes more than once holds a list. */
export function gather(
  pairs: Iterable<readonly [string, string]>,
): Readonly<Record<string, string | readonly string[]>> {
  const groups = Map.groupBy(pairs, ([name]) => name)
  return Object.fromEntries([...groups].map(([name, group]) => [name, oneOrMore(group)]))
}

function oneOrMore(group: readonly (readonly [string, string])[]): string | readonly string[] {
  const [only, second] = group
  return only && !second ? only[1] : group.map(([, text]) => text)
}
