import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The path of real input under `../shared/data`, or undefined where a clone has none. In CI its absence is an error,
 * so that no test skips there unseen.
 */
export function sharedData(path: string): string | undefined {
  const found = fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url))
  if (existsSync(found)) return found
  if (process.env['CI'] === 'true')
    throw new Error(`shared/data/${path} is missing, and CI must not skip its tests`)
  return undefined
}
