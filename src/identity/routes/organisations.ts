import { serve, type Route } from '#http'
import { toHex } from '#kernel'

import * as api from '../model/api.ts'
import type { Invitations } from '../organisations/invitations.ts'
import type { Organisations } from '../organisations/service.ts'
import type { Staff } from '../organisations/staff.ts'
import type { Organisation } from '../organisations/store.ts'

export function organisationRoutes(organisations: Organisations): readonly Route[] {
  return [
    serve(api.registerOrganisationEndpoint, async (actor, { body }) => ({
      organisation: toHex(await organisations.register(actor, body)),
    })),
    serve(api.myOrganisationsEndpoint, async (actor) => ({
      organisations: (await organisations.mine(actor)).map(toWords),
    })),
    serve(api.organisationsEndpoint, async (_, { query }) => ({
      organisations: (await organisations.list(query.state)).map(toWords),
    })),
    serve(api.decideOrganisationEndpoint, async (_, { params, body }) => {
      if (body.decision === 'approve') await organisations.approve(params.organisation)
      else await organisations.refuse(params.organisation, body.reason)
      return {}
    }),
    serve(api.suspendOrganisationEndpoint, async (_, { params, body }) => {
      await organisations.suspend(params.organisation, body.reason)
      return {}
    }),
    serve(api.reinstateOrganisationEndpoint, async (_, { params }) => {
      await organisations.reinstate(params.organisation)
      return {}
    }),
  ]
}

export function staffRoutes(staff: Staff, invitations: Invitations): readonly Route[] {
  return [
    serve(api.staffEndpoint, async (_, { params }) => ({
      staff: await staff.members(params.organisation),
      invitations: await invitations.waiting(params.organisation),
    })),
    serve(api.inviteEndpoint, async (actor, { params, body }) => ({
      invitation: await invitations.invite(actor, params.organisation, body.identifier, body.roles),
    })),
    serve(api.withdrawInvitationEndpoint, async (_, { params }) => {
      await invitations.withdraw(params.organisation, params.invitation)
      return {}
    }),
    serve(api.removeStaffEndpoint, async (_, { params }) => {
      await staff.remove(params.organisation, params.person)
      return {}
    }),
    serve(api.myInvitationsEndpoint, async (actor) => {
      const mine = await invitations.of(actor)
      return {
        invitations: mine.map(({ invitation, organisation, roles, at }) => {
          const { organisation: id, name, kind } = organisation
          return { invitation, organisation: id, name, kind, roles, at }
        }),
      }
    }),
    serve(api.answerInvitationEndpoint, async (actor, { params, body }) => {
      await invitations.answer(actor, params.invitation, body.accept)
      return {}
    }),
  ]
}

function toWords({ id: _, code: __, version: ___, appliedBy: ____, ...words }: Organisation) {
  return words
}
