/** node test/vectors/comet/write-chains.ts > test/vectors/comet/chains.json */
import { storedText } from './stored.ts'

process.stdout.write(storedText())
