import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { askEndpoint, enterCodeEndpoint, KINDS } from '#consent/model'
import { DomainError, toHex } from '#kernel'
import { formatHealthId, mailboxEndpoint, newHealthId } from '#identity/model'

import { openTestNode, type TestNode } from '../fixtures/node.ts'
import { newDoctor, newHospital, newOfficer, newPatient, type Doctor, type House } from '../fixtures/town.ts'

let world: TestNode
let house: House
let doctor: Doctor
beforeAll(async () => {
  world = await openTestNode()
  house = await newHospital(world, 'Sahyadri Hospital')
  doctor = await newDoctor(world, house, await newOfficer(world, 'Officer Nair'), 'Asha Hegde')
})
afterAll(() => world[Symbol.asyncDispose]())

/** More often than codes go to one person in a quarter of an hour. */
const TOO_OFTEN = 8

async function askBySms(value: string): Promise<string> {
  const body = {
    kinds: [...KINDS],
    care: { from: null, to: null },
    purpose: 'CAREMGT',
    minutes: 15,
    organisation: toHex(house.id),
    patient: { by: 'health-id', value },
    reason: '',
    bySms: true,
  } as const
  return (await doctor.browser.call(askEndpoint, { body })).request
}

/** What a doctor is told who guesses a code. */
async function guess(request: string): Promise<string> {
  const params = { request }
  const told = await doctor.browser
    .call(enterCodeEndpoint, { params, body: { code: '000000' } })
    .catch((error: unknown) => error)
  return told instanceof DomainError ? `${told.code}: ${told.message}` : 'it was let in'
}

describe('a doctor who asks for a code in the room again and again', () => {
  it('is told the same of somebody and of nobody, and no more codes go out than may', async () => {
    const patient = await newPatient(world, house, 'Lakshmi Devi')
    const nobody = formatHealthId(newHealthId(1000, 123_456_789))
    const [somebodys, nobodys] = [new Set<string>(), new Set<string>()]
    for (let time = 0; time < TOO_OFTEN; time++) {
      somebodys.add(await guess(await askBySms(patient.healthId)))
      nobodys.add(await guess(await askBySms(nobody)))
    }
    expect(somebodys).toEqual(nobodys)
    expect([...nobodys]).toEqual([expect.stringMatching(/^CODE_REFUSED: /)])
    const { messages } = await world.browser().call(mailboxEndpoint)
    const codes = messages.filter(({ to }) => to === patient.contact)
    expect([codes.length > 0, codes.length < TOO_OFTEN]).toEqual([true, true])
  })
})
