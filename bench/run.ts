/** `npm run bench`: every figure that the README quotes. `npm run bench -- NAME… --json` prints one line an item. */
import { parseArgs } from 'node:util'

import { coldStartItem } from './items/cold-start.ts'
import { entryReadItem } from './items/entry-read.ts'
import { importItem } from './items/import.ts'
import { ledgerItem } from './items/ledger.ts'
import type { BenchItem, Figure } from './measure.ts'

const items: readonly BenchItem[] = [importItem, entryReadItem, ledgerItem, coldStartItem]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } },
})
const unknown = positionals.filter((name) => !items.some((item) => item.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `no such figure: ${unknown.join(', ')} (there are ${items.map(({ name }) => name).join(', ')})\n`,
  )
  process.exit(2)
}
const chosen = positionals.length > 0 ? items.filter(({ name }) => positionals.includes(name)) : items
let allReached = true
for (const item of chosen) {
  process.stderr.write(`measuring ${item.name} …\n`)
  const figure = await item.measure(Number(values.runs))
  allReached &&= figure.ok
  process.stdout.write(`${values.json ? JSON.stringify(figure) : toLine(figure)}\n`)
}
process.exitCode = allReached ? 0 : 1

function toLine({ name, value, unit, reference, ratio, reach, ok, runs }: Figure): string {
  const beside = reference === null ? '' : ` beside ${rounded(reference)}: ratio ${ratio?.toFixed(2)}`
  return `${ok ? 'reached' : 'MISSED '}  ${name}: ${rounded(value)} ${unit}${beside} (reach ${reach}; median of ${runs})`
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
