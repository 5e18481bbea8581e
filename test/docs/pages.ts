import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A page that people read, by its path from the root of the repository. */
export interface Page {
  readonly path: string
  readonly text: string
}

export const pages: readonly Page[] = globSync(['*.md', 'docs/**/*.md', 'test/vectors/**/*.md'], {
  cwd: root,
})
  .toSorted()
  .map((path) => ({ path, text: readAt(path) }))

export function readAt(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8')
}

/** The listings of a page: blocks that begin with ```text and a name. */
export function listingsIn(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/^```text (\S+)\n(.*?)^```$/gms)
  return new Map([...blocks].map(([, name = '', listing = '']) => [name, listing]))
}

/** The bytes of a listing, in hexadecimal: what each line has before two spaces. */
export function bytesIn(listing: string): string {
  return listing
    .split('\n')
    .map((line) => line.split('  ')[0]?.replaceAll(' ', '') ?? '')
    .join('')
}
