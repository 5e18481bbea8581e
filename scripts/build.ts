/** `npm run build`: makes `build/web` out of the browser's sources, if they changed since it was made. */
import { hash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

import { root } from './steps.ts'

/** All that the browser's code is made of, and how. */
const SOURCES = [
  'web/**/*',
  'src/kernel/**/*',
  'src/*/model/**/*',
  'package-lock.json',
  'package.json',
  'scripts/build.ts',
]
const PAGES = join(root, 'build/web')
/** Beside it, and each run's own: a node that starts meanwhile finds the pages whole, as they were or as they are now. */
const UNFINISHED = join(root, `build/web.${process.pid}.unfinished`)
const REPLACED = join(root, `build/web.${process.pid}.replaced`)
const RESULT = join(PAGES, 'index.html')
const MADE_FROM = join(root, 'build/web.sha256')

const sources = hashOfSources()
if (existsSync(RESULT) && existsSync(MADE_FROM) && readFileSync(MADE_FROM, 'utf8') === sources) {
  console.error('the pages are up to date')
} else {
  console.error('building the pages')
  await buildPages()
  writeFileSync(MADE_FROM, sources)
  console.error('the pages are built')
}

async function buildPages(): Promise<void> {
  const configFile = join(root, 'web/vite.config.ts')
  // Vite takes what it finds: under a test runner it would pack React for development, which asks for everything twice.
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir: UNFINISHED } })
    if (existsSync(PAGES)) renameSync(PAGES, REPLACED)
    renameSync(UNFINISHED, PAGES)
  } finally {
    for (const folder of [UNFINISHED, REPLACED]) rmSync(folder, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  return hash(
    'sha256',
    paths.map((path) => `${path.slice(root.length)}\0${hash('sha256', readFileSync(path))}\n`).join(''),
  )
}
