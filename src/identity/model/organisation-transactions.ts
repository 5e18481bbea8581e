/** What the ledger knows of organisations: a kind, a key, a state; never a name. */
import { enumeration, fixed, isSame, nullable, struct, uint, type Decoded } from '#kernel'
import {
  ORGANISATION_KINDS,
  authorityOf,
  defineCollection,
  defineTransaction,
  keyHolders,
  organisations,
  randomId,
  type LedgerOrganisation,
  type RandomId,
  type StateDraft,
} from '#ledger/model'

import { IdentityError } from './errors.ts'
import { FIRST_NODE, LAST_NODE } from './health-id.ts'

/** Which organisation runs the node of a number: the first four digits of the health IDs it issues. */
const nodeNumbers = defineCollection('node-number', uint, struct({ organisation: randomId }))

/** How often an organisation's state has changed: an old order cannot be played again. */
export const standings = defineCollection('organisation-standing', randomId, struct({ version: uint }))

/** The authority lets an organisation in. One that runs a node of its own gets a number. */
export const approveOrganisation = defineTransaction({
  type: 'organisation/approve',
  body: struct({
    organisation: randomId,
    kind: enumeration(ORGANISATION_KINDS),
    key: fixed(32),
    number: nullable(uint),
    details: fixed(32),
  }),
  apply(state, { body, authority }) {
    const signer = authorityOf(state, authority)
    if (organisations.get(state, body.organisation))
      throw new IdentityError('ORGANISATION_EXISTS', 'this organisation was approved before')
    if (keyHolders.get(state, body.key))
      throw new IdentityError('KEY_TAKEN', 'another organisation signs with this key')
    if (body.number !== null) takeNumber(state, signer.number, body.number, body.organisation)
    const { organisation, ...said } = body
    organisations.put(state, organisation, { ...said, state: 'active' })
    keyHolders.put(state, body.key, { organisation })
  },
})

const standingBody = struct({ organisation: randomId, version: uint })

/** From the next transaction on, the organisation signs nothing. */
export const suspendOrganisation = defineTransaction({
  type: 'organisation/suspend',
  body: standingBody,
  apply(state, { body, authority }) {
    const signer = authorityOf(state, authority)
    if (isSame(signer.id, body.organisation))
      throw new IdentityError('NOT_ACTIVE', 'the authority cannot suspend itself')
    changeStanding(state, body, 'active', 'suspended')
  },
})

export const reinstateOrganisation = defineTransaction({
  type: 'organisation/reinstate',
  body: standingBody,
  apply(state, { body, authority }) {
    authorityOf(state, authority)
    changeStanding(state, body, 'suspended', 'active')
  },
})

function takeNumber(state: StateDraft, own: number | null, number: number, organisation: RandomId): void {
  if (number < FIRST_NODE || number > LAST_NODE || number === own || nodeNumbers.get(state, number))
    throw new IdentityError('NODE_NUMBER_TAKEN', 'no node can have this number')
  nodeNumbers.put(state, number, { organisation })
}

function changeStanding(
  state: StateDraft,
  { organisation, version }: Decoded<typeof standingBody>,
  from: LedgerOrganisation['state'],
  to: LedgerOrganisation['state'],
): void {
  const found = organisations.get(state, organisation)
  if (!found) throw new IdentityError('NO_SUCH_ORGANISATION', 'nobody approved this organisation')
  if (found.state !== from) throw new IdentityError('NOT_ACTIVE', `it is not ${from} but ${found.state}`)
  if ((standings.get(state, organisation)?.version ?? 1) !== version)
    throw new IdentityError('WRONG_VERSION', 'it has changed since: look again')
  organisations.put(state, organisation, { ...found, state: to })
  standings.put(state, organisation, { version: version + 1 })
}
