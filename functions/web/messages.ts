import { show, type Shown } from './page.ts'

type Next = { readonly text: string; readonly href: string; readonly button?: boolean }

const startPage: Next = { text: 'Go to the start page', href: '/' }

/** A page that only says something, and leads on. */
export const message = (
  status: number,
  title: string,
  paragraphs: readonly string[],
  next: Next = startPage,
): Shown => show('layout/message.njk', title, { paragraphs, next }, { status })

export const notFound = message(404, 'Page not found', [
  'If you typed or pasted the address, check that it is whole.',
  'A referral that you can’t see from here looks just like this too: check its reference.',
])

export const notAllowed = message(403, 'You can’t see this page', [
  'It is for people with another role. Ask somebody whose role it is, or go back to your own work.',
])

export const noAccess = message(
  403,
  'You don’t have access yet',
  [
    'You signed in, but nobody has said what you may do in this service.',
    'Ask the head of your professional standards department, or whoever looks after accounts in your organisation, to ask the UKFIU for your access.',
  ],
  { text: 'How to get help', href: '/help' },
)

export const formRefused = message(403, 'Your answer was not sent', [
  'This form was not opened in this browser, or you have signed in again since. Nothing was changed.',
  'Go back, reload the page, and send it again.',
])

export const unreadableForm = message(413, 'Your answer was not sent', [
  'What was sent is larger than the service takes, or is no form. Nothing was changed.',
])

export const faulty = message(500, 'Sorry, there is a problem with the service', [
  'Nothing was half done. What you sent may not have been recorded: look at the referral before you send it again.',
  'Try again in a few minutes. If it goes on, tell the UKFIU what you were doing and at what time.',
])
