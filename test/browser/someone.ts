/** Somebody with a browser of their own, who finds everything by what it says, as people do. */
import type { Download, Locator, Page } from 'playwright-core'

import type { Town } from './town.ts'

/** As long as anybody waits for a page. */
export const PATIENTLY = { timeout: 30_000 } as const

export type Words = string | RegExp
type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'tab' | 'textbox' | 'combobox' | 'heading' | 'img'

export interface PaperFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** What to do and what to see in it; the sentences of the steps are made of these. */
export class Someone {
  readonly page: Page
  readonly town: Town
  readonly #leave: () => Promise<void>

  constructor(page: Page, town: Town, leave: () => Promise<void>) {
    this.page = page
    this.town = town
    this.#leave = leave
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.town.url).href)
  }

  async presses(name: Words): Promise<void> {
    await this.the('button', name).click()
  }

  /** Yes to what the page asks once more before it does it. */
  async confirms(name: Words): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name }).click()
  }

  async follows(name: Words): Promise<void> {
    await this.the('link', name).first().click()
  }

  async writes(label: Words, text: string): Promise<void> {
    await this.the('textbox', label).fill(text)
  }

  /** Digit by digit: the last one sends it where the page says so. */
  async types(label: Words, code: string): Promise<void> {
    await this.the('textbox', label).pressSequentially(code)
  }

  /** `2026-03-27` in the three numbers of a date; `of` is its question, where a page asks for several. */
  async dates(day: string, of: Words = /./): Promise<void> {
    const asked = this.page.getByRole('group', { name: of })
    const [year = '', month = '', date = ''] = day.split('-')
    const parts = { Day: `${Number(date)}`, Month: `${Number(month)}`, Year: year }
    for (const [name, part] of Object.entries(parts))
      await asked.getByRole('textbox', { name, exact: true }).fill(part)
  }

  async chooses(name: Words): Promise<void> {
    await this.the('radio', name).check()
  }

  async ticks(name: Words): Promise<void> {
    await this.the('checkbox', name).check()
  }

  async picks(label: Words, option: string): Promise<void> {
    await this.the('combobox', label).selectOption(option)
  }

  /** Presses a button that asks for files, and gives it these. */
  async gives(button: Words, ...files: readonly PaperFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.presses(button)
    await (await chooser).setFiles([...files])
  }

  async keeps(press: () => Promise<void>): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    return download
  }

  /** By how its name begins: what follows is often a detail. */
  the(role: Role, name: Words): Locator {
    return this.page.getByRole(role, { name: typeof name === 'string' ? beginning(name) : name })
  }

  /** Waits until it stands there. */
  async sees(words: Words): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor()
  }

  /** Looks the page over as it stands, under this name. */
  async looks(name: string): Promise<void> {
    await this.town.look(this.page, name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#leave()
  }
}

function beginning(name: string): RegExp {
  return new RegExp(`^${RegExp.escape(name)}`)
}
