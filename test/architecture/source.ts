import { posix } from 'node:path'

import { parseSync, type ESTree } from 'vite'

/** A file of ours, read by the parser. */
export interface Source {
  /** From the root of the repository, like `src/ledger/model/index.ts`. */
  readonly path: string
  /** The first folder of `src/`, or the first two of `web/`. */
  readonly folder: string
  readonly isTest: boolean
  readonly isModel: boolean
  readonly imports: readonly string[]
  readonly program: ESTree.Program
}

export function readSource(path: string, text: string): Source {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed`)
  const written = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value ?? ''),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ]
  return {
    path,
    folder: folderOf(path),
    isTest: /\.(test|fixture)\.tsx?$/.test(path),
    isModel: /^src\/\w+\/model\//.test(path),
    imports: [...new Set(written.filter((name) => name !== ''))],
    program,
  }
}

/** Where a relative import leads, from the root of the repository. */
export function targetOf(source: Source, specifier: string): string {
  return posix.join(posix.dirname(source.path), specifier)
}

export function folderOf(path: string): string {
  const [root = '', first = '', second] = path.split('/')
  if (root === 'src') return first
  return second === undefined ? root : `${root}/${first}`
}

/** Whether a tool reads the file: it runs on Node and has a default export. */
export function configures(path: string): boolean {
  return /(^|\/)\w+\.config\.ts$/.test(path)
}
