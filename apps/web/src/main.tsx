import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-500.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '@fontsource/be-vietnam-pro/latin-700.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-500.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@fontsource/be-vietnam-pro/vietnamese-700.css'
import './app.css'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { ApiError } from './api/problem.ts'
import { createQueryClient } from './api/query.ts'
import { i18n, keptLanguage, speak } from './i18n/language.ts'
import { createAppRouter } from './router.tsx'
import { cssVariables, theme } from './ui/theme.ts'

// Half-typed forms stay on the device as drafts, so leaving at once loses nothing.
const leaveFor = (error: ApiError) => {
  const { pathname, href } = router.state.location
  if (['/sign-in', '/setup', '/change-password'].includes(pathname)) return
  if (error.code === 'UNAUTHENTICATED') {
    client.clear()
    void router.navigate({ to: '/sign-in', search: { next: href }, ignoreBlocker: true })
  } else {
    void router.navigate({ to: '/change-password', ignoreBlocker: true })
  }
}

const client = createQueryClient(leaveFor)
const router = createAppRouter(client)

await speak(keptLanguage())

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <QueryClientProvider client={client}>
            <Notifications position="bottom-right" zIndex={400} />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
