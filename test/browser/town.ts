/** The people of a scenario, all at screens of the same width, and what is wrong with the pages that they come to. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Page } from 'playwright-core'

import { ADDRESS_HEADER, type Demonstration } from './demonstration.ts'
import { inspect } from './inspect.ts'
import { PATIENTLY, Someone } from './someone.ts'

const PICTURES = fileURLToPath(new URL('../../screenshots/', import.meta.url))

/** What these browsers call themselves: sessions keep that in clear, so it shows that traces are found where there are some. */
export const PLANTED = 'planted to be found'
const BROWSER = `Mozilla/5.0 (X11; Linux x86_64; ${PLANTED}) Chrome/140.0.0.0 Safari/537.36`

/** Nobody's address: RFC 5737, 3. */
const NETWORK = '192.0.2.'
let addresses = 0

/** Lets a story happen among people at screens of this width; answers what is wrong with the pages that it came to. */
export async function inTown(
  demonstration: Demonstration,
  width: number,
  story: (town: Town) => Promise<void>,
): Promise<readonly string[]> {
  await using town = new Town(demonstration, width)
  try {
    await story(town)
  } catch (error) {
    await town.keepPictures()
    throw error
  }
  return town.wrong()
}

export class Town implements AsyncDisposable {
  readonly demonstration: Demonstration
  readonly width: number
  readonly #since = Date.now()
  readonly #open = new AsyncDisposableStack()
  readonly #pages = new Set<Page>()
  readonly #wrong: string[] = []
  readonly #passed = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #names = new Set<string>()
  readonly #used = new Set<string>()

  constructor(demonstration: Demonstration, width: number) {
    this.demonstration = demonstration
    this.width = width
  }

  get url(): string {
    return this.demonstration.url
  }

  /** A browser for somebody, in which nobody is signed in. */
  async enters(): Promise<Someone> {
    const context = await this.demonstration.browser.newContext({
      userAgent: BROWSER,
      viewport: { width: this.width, height: this.width < 500 ? 780 : 860 },
      extraHTTPHeaders: { [ADDRESS_HEADER]: `${NETWORK}${++addresses}` },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    })
    this.#open.use(context)
    context.setDefaultTimeout(PATIENTLY.timeout)
    const page = await context.newPage()
    this.#pages.add(page)
    page.once('close', () => this.#pages.delete(page))
    this.#watch(page)
    return new Someone(page, this, () => context.close())
  }

  /** The code in the next message that goes to this address or number, or that says this. */
  async codeFor(what: string): Promise<string> {
    for (const end = Date.now() + PATIENTLY.timeout; Date.now() < end;) {
      const messages = await this.demonstration.mailbox()
      const found = messages.find(
        ({ message, at, to, text }) =>
          at > this.#since && (to === what || text.includes(what)) && !this.#used.has(message),
      )
      const code = /\b\d{6}\b/.exec(found?.text ?? '')?.[0]
      if (found && code !== undefined) {
        this.#used.add(found.message)
        return code
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no message with a code came for ${what}`)
  }

  /** Keeps a picture of the page as it stands, and what is wrong with it; once for each name. */
  async look(page: Page, name: string): Promise<void> {
    if (this.#names.has(name)) return
    this.#names.add(name)
    this.#seen.add(placeOf(page.url()))
    const number = `${this.#names.size}`.padStart(2, '0')
    const found = await inspect(page, join(PICTURES, `scenario-${this.width}-${number}-${name}.png`))
    this.#wrong.push(...found.map((what) => `${name} at ${this.width} px: ${what}`))
  }

  /** All that was found wrong, and the pages that somebody passed and nobody looked at. */
  wrong(): readonly string[] {
    const unseen = [...this.#passed].filter((place) => !this.#seen.has(place))
    return [...this.#wrong, ...unseen.map((place) => `nobody looked at ${place}`)]
  }

  /** What everybody has before them, for whoever asks why a scenario broke off. */
  async keepPictures(): Promise<void> {
    for (const [at, page] of [...this.#pages].entries())
      await page.screenshot({ path: join(PICTURES, `scenario-${this.width}-broke-off-${at + 1}.png`) })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open.disposeAsync()
  }

  #watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.#wrong.push(`${placeOf(page.url())} broke: ${message}`))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.#wrong.push(message.text())
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith(this.url))
        this.#passed.add(placeOf(frame.url()))
    })
  }
}

/** A page by its route: what names one person, request or house is left out. */
function placeOf(url: string): string {
  return new URL(url).pathname.replaceAll(/[0-9a-f-]{32,36}|(?<=\/register\/)\w+/g, ':')
}
