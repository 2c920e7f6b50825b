const secondsOfWarning = 120

const inWords = (seconds) =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds === 1 ? '1 second' : `${seconds} seconds`

/** Keeps what is typed in the page's form, unsent, and goes where it says that the session is over. */
const leave = async () => {
  const form = document.querySelector('main form[method="post"]')
  const { pathname, search } = location
  if (form) {
    // A file can't be kept: whoever chose one chooses it again.
    const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
    const body = new URLSearchParams(typed)
    await fetch(`/keep?form=${encodeURIComponent(pathname)}`, { method: 'POST', body }).catch(() => undefined)
  }
  location.assign(`/timed-out?returnTo=${encodeURIComponent(pathname + search)}`)
}

/** Warns somebody two minutes before they are signed out, and lets them stay. */
export const watchTimeout = () => {
  const dialog = document.querySelector('[data-timeout-dialog]')
  if (!dialog) return
  const lasts = Number(document.body.dataset.timeoutSeconds) * 1000
  let endsAt = Date.now() + lasts
  const left = () => Math.ceil((endsAt - Date.now()) / 1000)

  const tick = () => {
    if (left() <= -1) {
      clearInterval(timer)
      void leave()
    } else if (left() <= secondsOfWarning) {
      dialog.querySelector('[data-timeout-left]').textContent = inWords(Math.max(left(), 0))
      if (!dialog.open) dialog.showModal()
    }
  }
  const timer = setInterval(tick, 1000)

  const stay = async () => {
    const response = await fetch('/session', { headers: { accept: 'application/json' } })
    if (!response.ok) return leave()
    const { at, seconds } = await response.json()
    endsAt = Date.now() + seconds * 1000
    document.querySelector('[data-timeout-at]').textContent = at
    dialog.close()
  }
  dialog.querySelector('[data-timeout-stay]').addEventListener('click', () => void stay())
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    void stay()
  })
}
