import { KINDS } from '#consent/model'

import type { Thing } from './things.ts'

/** A doctor's question for everything in a chart, after the names of a thing. */
export function askingFor({ organisation = '', by, value = '', bySms }: Thing) {
  return {
    kinds: [...KINDS],
    care: { from: null, to: null },
    purpose: 'CAREMGT',
    minutes: 15,
    organisation,
    patient: { by: by === 'token' ? by : 'health-id', value },
    reason: 'fever since Monday',
    bySms: bySms === 'yes',
  } as const
}
