/**
 * A part of the app that could not be fetched (words, looks, a page) is not asked for again by the browser or by Vite
 * (https://vite.dev/guide/build#load-error-handling), so that its page would come up without them. The app is then loaded
 * anew: when the network is back, or at once where it is not the network that is gone but an older build.
 */
import { SECOND } from '#kernel'

const LAST = 'twinchart.loaded-anew'

/** A part that is missing for good must not load the page again and again. */
const SELDOM = 30 * SECOND

export function loadAnewAfterOutage(): void {
  addEventListener('vite:preloadError', () => {
    if (navigator.onLine) loadAnew()
    else addEventListener('online', loadAnew, { once: true })
  })
}

function loadAnew(): void {
  const last = Number(sessionStorage.getItem(LAST) ?? 0)
  if (Date.now() - last < SELDOM) return
  sessionStorage.setItem(LAST, String(Date.now()))
  location.reload()
}
