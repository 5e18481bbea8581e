/** The areas of the catalogue, one file each in every language. English decides the keys; one more area is one more line. */
import type common from './en/common.json'
import type gallery from './en/gallery.json'
import type problem from './en/problem.json'
import type shell from './en/shell.json'
import type ui from './en/ui.json'

export interface Areas {
  readonly common: typeof common
  readonly gallery: typeof gallery
  readonly problem: typeof problem
  readonly shell: typeof shell
  readonly ui: typeof ui
}

export type Area = keyof Areas

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: Areas
  }
}
