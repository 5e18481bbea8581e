import { readFileSync } from 'node:fs'

/** Who may import whom: the table of `docs/architecture.md`. */
export type Table = ReadonlyMap<string, ReadonlySet<string>>

export function readTable(): Table {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| folder'))
  return new Map(rows.map(toRow))
}

/** Whether the table lets a folder import this: `ledger`, `ledger/model` or `web/ui`. */
export function permits(table: Table, folder: string, target: string): boolean {
  const allowed = table.get(folder) ?? new Set()
  const subject = target.replace(/\/model$/, '')
  return allowed.has(target) || allowed.has(subject) || (target.endsWith('/model') && allowed.has('*/model'))
}

function toRow(line: string): [string, ReadonlySet<string>] {
  const [, folder = '', allowed = ''] = line.split('|').map((cell) => cell.trim())
  return [folder, new Set(allowed.split(', ').filter((name) => name !== ''))]
}
