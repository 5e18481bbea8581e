import { soundCases } from './cases.ts'
import { forgedCases } from './forgeries.ts'

/** The text of proofs.json, the same on every machine: one case a line. */
export function proofsFile(): string {
  const lines = [...soundCases(), ...forgedCases()].map((each) => JSON.stringify(each))
  return `[\n${lines.join(',\n')}\n]\n`
}
