import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from './api/query.ts'
import { createAppRouter } from './router.tsx'
import { toGate } from './session/gate.ts'
import { Toasts } from './ui/toast.tsx'

// Half-typed forms stay on the device as drafts, so leaving at once loses nothing.
const client = createQueryClient((error) => toGate(error.code, router.state.location.href))
const router = createAppRouter(client)

/** Everything behind the sign-in. */
export const App = () => (
  <QueryClientProvider client={client}>
    <Toasts />
    <RouterProvider router={router} />
  </QueryClientProvider>
)
