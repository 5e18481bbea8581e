import { z } from 'zod'

import { fromHex } from '#kernel'

/** Hexadecimal in stored JSON, read into plain byte arrays, as a browser has them. */
export const hex = z.string().transform((text) => Uint8Array.from(fromHex(text)))
