import { IdentityError } from '../model/index.ts'

export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** The first bytes of each kind (ISO 32000-2 7.5.2; ITU-T T.81 B.1.1.3; W3C PNG 5.2). */
const BEGINNINGS: readonly (readonly [ScanType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What a scan is by its own bytes, whatever its sender says. */
export function sniffScan(bytes: Uint8Array): ScanType {
  const found = BEGINNINGS.find(([, beginning]) => beginning.every((byte, place) => bytes[place] === byte))
  if (!found) throw new IdentityError('NOT_A_PICTURE', 'this is neither a PDF nor a JPEG or PNG picture')
  return found[0]
}
