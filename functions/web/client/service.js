/* What pages do beyond what they do without script. Every page works without it. */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend'
import { watchTimeout } from './timeout.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component)
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
for (const field of document.querySelectorAll('[data-submit-on-change]')) {
  field.addEventListener('change', () => field.form?.requestSubmit())
}
watchTimeout()
