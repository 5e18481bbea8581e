/** What the recorded chain leaves in a process of its own, with the time zone and the language it found itself in. */
import { replayStored } from './replay.ts'

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
process.stdout.write(JSON.stringify({ locale, timeZone, replayed: replayStored() }))
