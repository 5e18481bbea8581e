import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { LinkContext } from '../ui/index.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { AppLink } from './AppLink.tsx'
import { queries, router } from './routes.tsx'
import { useSettings } from './settings.ts'

/** The app with everything that its pages find around them. */
export function App() {
  const chosen = useSettings().theme
  return (
    <StrictMode>
      <MantineProvider {...styles} {...(chosen !== 'system' && { forceColorScheme: chosen })}>
        <QueryClientProvider client={queries}>
          <LinkContext value={AppLink}>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </LinkContext>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}

const styles = {
  theme,
  cssVariablesResolver: cssVariables,
  defaultColorScheme: 'auto',
  getStyleNonce: styleNonce,
} as const

/**
 * The server sends each page with `style-src 'self' 'nonce-…'` and the same nonce in `<meta name="csp-nonce">`. Mantine
 * writes two `<style>` elements, our tokens and its own, and gives them this nonce; all other styles are files. Styles
 * that scripts set on an element (`element.style`) are no business of the policy (CSP 3, section 8.3... ).
 */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
