/** Writes proofs.json anew; see README.md. */
import { writeFileSync } from 'node:fs'

import { proofsFile } from './file.ts'

writeFileSync(new URL('proofs.json', import.meta.url), proofsFile())
