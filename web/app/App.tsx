import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { NavigationContext, type Navigation } from '../ui/index.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { queries, router } from './routes.tsx'
import { useSettings } from './settings.ts'

/** The app with everything that its pages find around them. */
export function App() {
  const chosen = useSettings().theme
  return (
    <StrictMode>
      <MantineProvider {...styles} {...(chosen !== 'system' && { forceColorScheme: chosen })}>
        <QueryClientProvider client={queries}>
          <NavigationContext value={navigation}>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </NavigationContext>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}

const navigation: Navigation = {
  go: (href) => router.history.push(href),
  prepare: (href) => void router.preloadRoute({ to: href }),
}

const styles = {
  theme,
  cssVariablesResolver: cssVariables,
  defaultColorScheme: 'auto',
  getStyleNonce: styleNonce,
} as const

/**
 * The server sends each page with `style-src 'self' 'nonce-…'` and the same nonce in `<meta name="csp-nonce">`. Mantine
 * writes two `<style>` elements, our tokens and its own, and gives them this nonce; all other styles are files.
 * What scripts set on an element (`element.style`) is no inline style to the policy.
 */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
