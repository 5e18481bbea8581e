/** Writes chain.json anew; see README.md. */
import { writeFileSync } from 'node:fs'

import { chainFile } from './file.ts'

writeFileSync(new URL('chain.json', import.meta.url), chainFile())
