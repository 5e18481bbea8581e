import type { AnyRouter } from '@tanstack/react-router'

/** When another page opens, its heading takes the focus, so that the keyboard and screen readers begin there. */
export function keepFocus(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged)
      document.querySelector('h1')?.focus({ preventScroll: true })
  })
}
