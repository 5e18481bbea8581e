/** A turn of ours: as `twinchart import` does it, until the ledger has the last leaf. */
import { openSource } from '#exchange'

import { openBenchNode } from '../node.ts'
import { tellTurn } from './turn.ts'

const [, , file = ''] = process.argv
const source = await openSource(file)
await using world = await openBenchNode()
let bytes = 0
const counted = {
  total: source.total,
  async *lines() {
    for await (const line of source.lines()) {
      bytes += line.bytes.length
      yield line
    }
  },
}
await tellTurn(async () => {
  const report = await world.services.import(counted, world.node.authority, () => {})
  if (report.refused.length > 0) throw new Error(`${report.refused.length} Bundles were refused`)
  return bytes
})
