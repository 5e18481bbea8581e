import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'

/** What is wrong with a page as it stands, in a line each; its picture is kept. */
export async function inspect(page: Page, picture: string): Promise<readonly string[]> {
  await page.getByRole('main').waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: picture, fullPage: true })
  return [...(await breaches(page)), ...(await isWider(page))]
}

/** Whether the whole of it is seen without scrolling. */
export async function isOnScreen(box: Locator): Promise<boolean> {
  const place = await box.boundingBox()
  const height = box.page().viewportSize()?.height ?? 0
  return place !== null && place.y >= 0 && place.y + place.height <= height
}

/** What axe finds. No page of ours has frames: axe is spared the way through a second page (legacy mode). */
async function breaches(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

async function isWider(page: Page): Promise<readonly string[]> {
  const more = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return more > 0 ? [`${more} px wider than the window`] : []
}
