import { findProgram, type Program } from '../scripts/tools.ts'

/**
 * The path of a program that a test needs, or undefined on a machine that lacks it: `it.skipIf(!qpdf)`. In CI its absence
 * is an error, so that no test skips there unseen.
 */
export function tool(program: Program): string | undefined {
  const path = findProgram(program)
  if (path === undefined && process.env['CI'] === 'true')
    throw new Error(`${program} is missing, and CI must not skip its tests`)
  return path
}
