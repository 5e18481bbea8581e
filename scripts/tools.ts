/** Programs outside npm that some tests need, and the Debian packages that bring them. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const TOOLS = [
  { program: 'chromium', package: 'chromium' },
  { program: 'pdftotext', package: 'poppler-utils' },
  { program: 'qpdf', package: 'qpdf' },
] as const

export type Program = (typeof TOOLS)[number]['program']

/** Where a program is, or undefined. */
export function findProgram(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}

/** Installs what is missing where that can be done (root, apt-get); returns the programs that are missing still. */
export function installTools(): readonly Program[] {
  const missing = missingTools()
  if (missing.length > 0 && process.getuid?.() === 0 && findProgram('apt-get')) {
    const packages = missing.map((tool) => tool.package)
    console.log(`installing ${packages.join(', ')}`)
    apt('update', '-qq')
    apt('install', '-qq', '--yes', '--no-install-recommends', ...packages)
  }
  return missingTools().map(({ program }) => program)
}

function missingTools() {
  return TOOLS.filter(({ program }) => findProgram(program) === undefined)
}

function apt(...words: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
