import type { Locator, Page } from 'playwright-core'

/** Clicks, and waits for the page that it leads to. */
export const follow = async (page: Page, what: Locator): Promise<void> => {
  const arrived = page.waitForEvent('load')
  await what.click()
  await arrived
}

/** Presses a button that leads to a page, and waits for it. */
export const press = (page: Page, name: string): Promise<void> =>
  follow(page, page.getByRole('button', { name, exact: true }))

/** The same as a step to be done on some page later. */
export const pressing =
  (name: string) =>
  (page: Page): Promise<void> =>
    press(page, name)
