import type { Someone } from '../someone.ts'

export type Door = 'My own chart' | 'Doctor' | 'Counter' | 'Administrator' | 'Health authority officer'

/** One account, several roles: says in which one somebody acts now. */
export async function actsAs(someone: Someone, door: Door): Promise<void> {
  const shown = someone.page.locator('header').getByRole('button').first()
  await shown.click()
  await someone.looks('doors')
  await someone.page.getByRole('dialog').getByRole('link', { name: door }).click()
  await someone.page.getByRole('dialog').waitFor({ state: 'hidden' })
}
