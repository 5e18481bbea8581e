/** What happens in the recorded chain. Only ever add at its end: what stands has been recorded. */
import { DAY, HOUR, later, SECOND } from '#kernel'

import { afterTheEnd, grants, revocations, SHORT } from './acts-of-consents.ts'
import { afterHold, HOLD_OVER, licences, orders } from './acts-of-licences.ts'
import { approvals, reinstatements, suspensions } from './acts-of-organisations.ts'
import { afterwards, appendings, openings, openingsByOthers, whileSuspended } from './acts-of-strands.ts'
import { outOfForm } from './acts-out-of-form.ts'
import { genesis } from './people.ts'
import { Recorder, type RecordedBlock } from './recorder.ts'

export function recordChain(): readonly RecordedBlock[] {
  const recorder = new Recorder()
  const at = (after: number) => later(genesis.time, after)
  recorder.at(at(SECOND), ...approvals)
  recorder.at(at(2 * SECOND), ...openings)
  recorder.at(at(3 * SECOND), ...appendings)
  recorder.at(at(HOUR), ...licences)
  recorder.at(at(2 * HOUR), ...orders)
  recorder.at(at(3 * HOUR), ...grants(at(3 * HOUR)), ...revocations)
  recorder.at(at(3 * HOUR + SHORT), ...afterTheEnd)
  recorder.at(at(2 * HOUR + HOLD_OVER), ...afterHold)
  recorder.at(at(4 * DAY), ...suspensions, ...whileSuspended)
  recorder.at(at(5 * DAY), ...reinstatements, ...afterwards)
  recorder.at(at(6 * DAY), ...outOfForm)
  recorder.at(at(7 * DAY), ...openingsByOthers)
  return recorder.blocks
}
