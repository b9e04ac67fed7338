import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PageSkeleton } from './page-skeleton.tsx'
import { ErrorState } from './states.tsx'

/** One question's answer: skeleton, then error with retry, or the children made of it. */
export const Answer = <Data,>({ query, children }: { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }) => {
  if (query.isPending) return <PageSkeleton />
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  return children(query.data)
}
