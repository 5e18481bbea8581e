import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

import { getMimeType } from 'hono/utils/mime'

import { sha256, toHex, type Bytes } from '#kernel'

/** A compressed form that the build left beside a file. */
export interface Coding {
  readonly name: 'br' | 'gzip'
  readonly bytes: Bytes
}

/** A file of the built web app. */
export interface Asset {
  readonly bytes: Bytes
  readonly type: string
  /** Its entity tag (RFC 9110 section 8.8.3): weak, since the same stands for each compressed form. */
  readonly tag: string
  /** Whether its name holds a hash of its content, as Vite writes it: `assets/name-hash.js`. */
  readonly isHashed: boolean
  /** The smallest first. */
  readonly codings: readonly Coding[]
}

const CODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

/** All files of a folder but pages, by the path they are asked for. */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const files = await readFiles(folder)
  const served = [...files].filter(([path]) => !/\.(br|gz|html)$/.test(path))
  return new Map(served.map(([path, bytes]) => [path, toAsset(path, bytes, files)]))
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, Bytes>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(paths.map(async (path) => [toPath(folder, path), await readFile(path)] as const)),
  )
}

function toPath(folder: string, file: string): string {
  return `/${relative(folder, file).split(sep).join('/')}`
}

function toAsset(path: string, bytes: Bytes, files: ReadonlyMap<string, Bytes>): Asset {
  const codings = CODINGS.flatMap(({ name, ending }) => {
    const compressed = files.get(path + ending)
    return compressed ? [{ name, bytes: compressed }] : []
  })
  return {
    bytes,
    type: getMimeType(path) ?? 'application/octet-stream',
    tag: `W/"${toHex(sha256(bytes)).slice(0, 32)}"`,
    isHashed: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path),
    codings,
  }
}
