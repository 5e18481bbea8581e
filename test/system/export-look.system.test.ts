import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ledgerEndpoint, verifyExport } from '#exchange/model'
import { exportEndpoint, looksEndpoint } from '#records/model'

import { run } from '../fixtures/command.ts'
import { openPlace, openTestNode, type Place } from '../fixtures/node.ts'
import { newHospital, newPatient, signIn, type Resident } from '../fixtures/town.ts'

let place: Place & AsyncDisposable
let patient: Resident
let own: Uint8Array
beforeAll(async () => {
  place = await openPlace()
  await using world = await openTestNode(place)
  patient = await newPatient(world, await newHospital(world, 'Sahyadri Hospital'), 'Lakshmi Devi', 3)
  own = (await patient.browser.bytes(exportEndpoint)).bytes
})
afterAll(() => place[Symbol.asyncDispose]())

async function looks() {
  await using world = await openTestNode(place)
  const browser = world.browser()
  await signIn(browser, patient.healthId)
  return (await browser.call(looksEndpoint, {})).looks
}

describe('a chart that is taken out', () => {
  it('by its patient is a look of hers at all of it, which is in the file', async () => {
    expect(await looks()).toMatchObject([
      { name: 'Lakshmi Devi', organisation: '', way: 'export', count: 3, consent: null },
    ])
    const { ok, looks: inFile } = verifyExport(own)
    expect(ok).toBe(true)
    expect(inFile).toMatchObject([{ way: 'export', staff: patient.person }])
  })

  it('by the operator is a look of nobody who has a name, which is in the file and shown to the patient', async () => {
    const file = join(place.data, 'chart.twinchart')
    const { code } = await run(place, 'export', patient.healthId.replaceAll(' ', ''), file)
    expect(code).toBe(0)
    const [newest, first] = await looks()
    expect(newest).toMatchObject({
      name: '',
      organisation: 'Health Authority',
      way: 'export',
      count: 3,
      consent: null,
    })
    expect(first?.name).toBe('Lakshmi Devi')
    const { ok, looks: inFile } = verifyExport(await readFile(file))
    expect(ok).toBe(true)
    expect(inFile).toMatchObject([
      { staff: patient.person },
      { way: 'export', staff: null, practitioner: null },
    ])
  })

  it('is signed by the key that the node names to everybody', async () => {
    await using world = await openTestNode(place)
    const { chain, validators } = await world.browser().call(ledgerEndpoint)
    const keys = validators.map(({ key }) => key)
    expect(verifyExport(own, { keys })).toMatchObject({ ok: true, worth: { chain, keys } })
    expect(verifyExport(own, { keys: keys.map((key) => key.replace(/./, 'x')) }).ok).toBe(false)
  })
})
