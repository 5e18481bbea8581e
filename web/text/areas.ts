/** The areas of the catalogue, one file each in every language. English decides the keys; one more area is one more line. */
import type access from './en/access.json'
import type account from './en/account.json'
import type apply from './en/apply.json'
import type card from './en/card.json'
import type chart from './en/chart.json'
import type common from './en/common.json'
import type desk from './en/desk.json'
import type entry from './en/entry.json'
import type frame from './en/frame.json'
import type gallery from './en/gallery.json'
import type home from './en/home.json'
import type invitations from './en/invitations.json'
import type looks from './en/looks.json'
import type mailbox from './en/mailbox.json'
import type officer from './en/officer.json'
import type organisation from './en/organisation.json'
import type practitioner from './en/practitioner.json'
import type problem from './en/problem.json'
import type proof from './en/proof.json'
import type register from './en/register.json'
import type requests from './en/requests.json'
import type settings from './en/settings.json'
import type shell from './en/shell.json'
import type ui from './en/ui.json'
import type verify from './en/verify.json'
import type visit from './en/visit.json'
import type visits from './en/visits.json'
import type welcome from './en/welcome.json'
import type work from './en/work.json'

export interface Areas {
  readonly access: typeof access
  readonly account: typeof account
  readonly apply: typeof apply
  readonly card: typeof card
  readonly chart: typeof chart
  readonly common: typeof common
  readonly desk: typeof desk
  readonly entry: typeof entry
  readonly frame: typeof frame
  readonly gallery: typeof gallery
  readonly home: typeof home
  readonly invitations: typeof invitations
  readonly looks: typeof looks
  readonly mailbox: typeof mailbox
  readonly officer: typeof officer
  readonly organisation: typeof organisation
  readonly practitioner: typeof practitioner
  readonly problem: typeof problem
  readonly proof: typeof proof
  readonly register: typeof register
  readonly requests: typeof requests
  readonly settings: typeof settings
  readonly shell: typeof shell
  readonly ui: typeof ui
  readonly verify: typeof verify
  readonly visit: typeof visit
  readonly visits: typeof visits
  readonly welcome: typeof welcome
  readonly work: typeof work
}

export type Area = keyof Areas

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: Areas
  }
}
