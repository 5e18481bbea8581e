import { serve, type Route } from '#http'

import type { Applications } from '../licences/applications.ts'
import type { LicenceOffice } from '../licences/office.ts'
import type { Orders } from '../licences/orders.ts'
import type { Register } from '../licences/register.ts'
import { readUpload } from '../upload.ts'
import * as api from '../model/api.ts'
import { toApplicationWords, toEntryWords, toLicenceWords, toWaitingWords } from './licence-words.ts'

export function licenceRoutes(applications: Applications, register: Register): readonly Route[] {
  return [
    serve(api.applyEndpoint, async (actor, { body }) => ({
      application: await applications.apply(actor, body),
    })),
    serve(api.addScanEndpoint, async (actor, { params, body }) => {
      await applications.addScan(actor, params.application, await readUpload(body))
      return {}
    }),
    serve(api.myLicencesEndpoint, async (actor) => ({
      licences: (await register.of([actor.person])).map(toLicenceWords),
      applications: (await applications.mine(actor)).map(toApplicationWords),
    })),
    serve(api.publicLicenceEndpoint, async (_, { params }) =>
      toEntryWords(await register.read(params.practitioner)),
    ),
  ]
}

export function licenceOfficeRoutes(office: LicenceOffice, register: Register): readonly Route[] {
  return [
    serve(api.applicationsEndpoint, async () => ({
      applications: (await office.waiting()).map(toWaitingWords),
    })),
    serve(api.scanEndpoint, async (_, { params }) => {
      const { type, bytes } = await office.scan(params.application)
      return { mediaType: type, bytes, fileName: 'licence', shown: true }
    }),
    serve(api.decideApplicationEndpoint, async (actor, { params, body }) => {
      if (body.decision === 'approve')
        return { practitioner: await office.approve(actor, params.application) }
      await office.refuse(actor, params.application, body.reason)
      return { practitioner: null }
    }),
    serve(api.licencesEndpoint, async (_, { query }) => ({
      licences: (await register.find(query.find)).map(toEntryWords),
    })),
  ]
}

export function orderRoutes(orders: Orders): readonly Route[] {
  return [
    serve(api.proposeOrderEndpoint, async (actor, { params, body }) => {
      const { id, state } = await orders.propose(actor, params.practitioner, body.kind, body.order)
      return { order: id, state }
    }),
    serve(api.ordersEndpoint, async (actor) => ({ orders: [...(await orders.list(actor))] })),
    serve(api.confirmOrderEndpoint, async (actor, { params }) => {
      await orders.confirm(actor, params.order)
      return {}
    }),
    serve(api.withdrawOrderEndpoint, async (_, { params }) => {
      await orders.withdraw(params.order)
      return {}
    }),
  ]
}
