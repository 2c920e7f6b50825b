import type { Cookie, Page } from 'playwright-core'

/** Says on the local sign-in page who is there: `force-kent`, `officer-kent`, `ukfiu`, `sta-author`, `nobody`. */
export const chooseWho = async (page: Page, person: string): Promise<void> => {
  const button = page.locator(`button[value="${person}"]`)
  if ((await button.count()) > 0) {
    await button.click()
  } else {
    await page.locator('#person').selectOption(person)
    await page.locator('form:has(#person) button').click()
  }
}

/** The sessions of those who signed in before: a test that is about something else need not sign in again. */
const sessions = new Map<string, readonly Cookie[]>()

/** Signs somebody in, in a window in which nobody is, and ends on a path or on their home page. */
export const signInAs = async (page: Page, person: string, path = '/'): Promise<void> => {
  const context = page.context()
  await context.addCookies([...(sessions.get(person) ?? [])])
  await page.goto(path)
  // Nobody signed them in yet, or time has moved on since.
  if ((await page.title()) === 'Choose who you are') {
    await chooseWho(page, person)
    await page.waitForLoadState()
    sessions.set(
      person,
      (await context.cookies()).filter(({ name }) => name === 'session'),
    )
  }
}
