/** What a file is, by its first bytes: never by its name or by what its sender says. */
import type { Bytes } from '#kernel'

const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'text/plain'] as const
export type FileType = (typeof FILE_TYPES)[number]

/** Brands of HEIC and HEIF still pictures (ISO/IEC 23008-12 sections 10.2 and B.4, and Apple's `heix`). */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** Control characters that no text has, save tab, line feed, form feed and carriage return. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/

/** The type, or undefined where it is none that is taken. */
export function fileTypeOf(bytes: Bytes): FileType | undefined {
  // PDF 32000-1:2008 section 7.5.2; readers also take it within the first bytes (annex H, note 13), we do not.
  if (begins(bytes, '%PDF-')) return 'application/pdf'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (asciiAt(bytes, 4, 4) === 'ftyp' && HEIC_BRANDS.has(asciiAt(bytes, 8, 4))) return 'image/heic'
  return isText(bytes) ? 'text/plain' : undefined
}

function isText(bytes: Bytes): boolean {
  if (bytes.length === 0) return false
  try {
    return !NOT_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

function begins(bytes: Bytes, text: string): boolean {
  return asciiAt(bytes, 0, text.length) === text
}

function startsWith(bytes: Bytes, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte)
}

function asciiAt(bytes: Bytes, from: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + count))
}
