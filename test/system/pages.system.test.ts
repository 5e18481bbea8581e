import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What React says to developers only; that React also mounts twice, and each visit would be two looks. */
const FOR_DEVELOPERS = 'recreate this component tree'

it('builds the pages for people, also where a test runner asks for them', () => {
  const env = { ...process.env, NODE_ENV: 'test' }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: ROOT, env })
  expect(status, String(stderr)).toBe(0)
  const scripts = globSync('build/web/assets/*.js', { cwd: ROOT })
  expect(scripts.length).toBeGreaterThan(0)
  const read = scripts.filter((path) => readFileSync(`${ROOT}${path}`, 'utf8').includes(FOR_DEVELOPERS))
  expect(read).toEqual([])
}, 300_000)
