/** The areas of the catalogue, one file each in every language. English decides the keys; one more area is one more line. */
import type account from './en/account.json'
import type common from './en/common.json'
import type frame from './en/frame.json'
import type gallery from './en/gallery.json'
import type mailbox from './en/mailbox.json'
import type problem from './en/problem.json'
import type shell from './en/shell.json'
import type ui from './en/ui.json'
import type work from './en/work.json'

export interface Areas {
  readonly account: typeof account
  readonly common: typeof common
  readonly frame: typeof frame
  readonly gallery: typeof gallery
  readonly mailbox: typeof mailbox
  readonly problem: typeof problem
  readonly shell: typeof shell
  readonly ui: typeof ui
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
