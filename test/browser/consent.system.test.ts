import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { allowEndpoint, askEndpoint, consentsEndpoint } from '#consent/model'
import { meEndpoint } from '#identity/model'

import { tool } from '../tools.ts'
import { breaches, openDemonstration, PICTURES, type Demonstration, type Someone } from './demonstration.ts'

const PORT = 18_471

/** From a request to a chart that is closed again, on a phone and on a desk, in a real browser. */
describe.skipIf(!tool('chromium'))('in the browser', () => {
  let demonstration: Demonstration
  beforeAll(async () => {
    demonstration = await openDemonstration(PORT)
  }, 240_000)
  afterAll(() => demonstration?.[Symbol.asyncDispose]())

  it.each([360, 1280])(
    'a patient lets a doctor read at %i px, and takes it back',
    async (width) => {
      await using doctor = await demonstration.as('doctor', 1280)
      await using patient = await demonstration.as('patient', width)
      const { page } = patient
      const { request } = await askToRead(doctor, demonstration)

      await page.goto(`${demonstration.url}/`)
      await page
        .getByRole('heading', { level: 1 })
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor()
      await look(patient, `home-${width}`)

      await page.goto(`${demonstration.url}/requests/${request}`)
      await page.getByRole('button', { name: /^Allow \d+ entr/ }).waitFor()
      await look(patient, `request-${width}`)
      await page.getByRole('button', { name: /^Allow \d+ entr/ }).click()
      await page.getByRole('textbox', { name: 'Code from the message' }).waitFor()
      await page
        .getByRole('textbox', { name: 'Code from the message' })
        .fill(await demonstration.newestCode())
      await page
        .getByText(/can read now/)
        .first()
        .waitFor()
      await look(patient, `allowed-${width}`)

      const consent = await openConsent(patient)
      await doctor.call('GET', `/api/visits/${consent}`)
      await page.goto(`${demonstration.url}/looks`)
      await page
        .getByText(/opened the overview/)
        .first()
        .waitFor()
      await look(patient, `looks-${width}`)

      await patient.call('POST', `/api/me/consents/${consent}/revoke`)
      await expect(doctor.call('GET', `/api/visits/${consent}`)).rejects.toThrow('404')
    },
    120_000,
  )

  it.each([
    ['patient', ['/', '/access', '/requests', '/card', '/settings']],
    ['doctor', ['/']],
    ['officer', ['/officer', '/officer/licences', '/officer/organisations', '/officer/orders']],
    [undefined, ['/', '/sign-in', '/sign-up', '/forgotten', '/verify', '/dev/mailbox']],
  ])(
    'axe finds nothing on the pages of %s',
    async (role, paths) => {
      for (const width of [360, 1280]) {
        await using someone = await demonstration.as(role, width)
        for (const path of paths) {
          await someone.page.goto(`${demonstration.url}${path}`)
          await someone.page.getByRole('main').waitFor()
          await someone.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
          await look(someone, `${role ?? 'nobody'}${path.replaceAll('/', '-')}-${width}`)
        }
      }
    },
    180_000,
  )
})

async function look({ page, errors }: Someone, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  expect(await breaches(page), name).toEqual([])
  expect(errors, name).toEqual([])
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(isWider, `${name} is wider than the window`).toBe(false)
}

async function askToRead(doctor: Someone, { signIns }: Demonstration) {
  const me = meEndpoint.answer.parse(await doctor.call('GET', '/api/me'))
  const patient = signIns.find(({ role }) => role === 'patient')
  return askEndpoint.answer.parse(
    await doctor.call('POST', '/api/requests', {
      organisation: me.memberships[0]?.organisation,
      patient: { by: 'health-id', value: patient?.healthId },
      kinds: ['result', 'medicine', 'problem', 'visit'],
      care: { from: null, to: null },
      purpose: 'CAREMGT',
      minutes: 30,
      reason: 'fever since Monday',
      bySms: false,
    }),
  )
}

async function openConsent(patient: Someone): Promise<string> {
  const { consents } = consentsEndpoint.answer.parse(await patient.call('GET', '/api/me/consents'))
  const open = consents.find(({ state }) => state === 'granted')
  return allowEndpoint.answer.shape.consent.parse(open?.consent)
}
