import type { Contract, InputOf, OutputOf } from '@chung-tay/contracts/contract'
import { infiniteQueryOptions, keepPreviousData, MutationCache, mutationOptions, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { ApiError, codeOf } from './problem.ts'

/** Key and function of one reading endpoint: `useQuery(queryOf(tasks.get, { params: { id } }))`. */
export const queryOf = <C extends Contract>(contract: C, input: InputOf<C>) =>
  queryOptions({
    queryKey: [contract.path, input] as const,
    queryFn: ({ signal }) => call(contract, input, { signal }),
  })

/** Every question whose answer may have been changed by this contract's mutations: `client.invalidateQueries({ queryKey: keyOf(tasks.list) })`. */
export const keyOf = (contract: Contract) => [contract.path] as const

type Page = { items: readonly unknown[]; total: number; nextCursor: string | null }
export type ListContract = Contract & { response: { _zod: { output: Page } } }
export type ItemOf<C extends ListContract> = OutputOf<C> extends { items: readonly (infer Item)[] } ? Item : never

/** A list by cursor pages: `useInfiniteQuery(infiniteOf(tasks.list, { query }))`. */
export const infiniteOf = <C extends ListContract>(contract: C, input: InputOf<C>) =>
  infiniteQueryOptions({
    queryKey: [contract.path, 'pages', input] as const,
    queryFn: ({ signal, pageParam }) => {
      const { query } = input as { query?: object }
      const page = pageParam === null ? input : { ...(input as object), query: { ...query, cursor: pageParam } }
      return call(contract, page as InputOf<C>, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as Page).nextCursor,
    placeholderData: keepPreviousData,
  })

/** A list's sums over its filter: `useQuery(sumsOf(donations.list, input))`. Those of the filter before stand until they come, so that nothing jumps. */
export const sumsOf = <C extends ListContract>(contract: C, input: InputOf<C>) => {
  const { query } = input as { query?: object }
  const first = { ...(input as object), query: { ...query, limit: 1 } } as InputOf<C>
  return queryOptions({ ...queryOf(contract, first), placeholderData: keepPreviousData })
}

const openKeys = new Map<string, string>()
const actionOf = (contract: Contract, input: unknown): string => `${contract.operationId} ${JSON.stringify(input)}`

/**
 * The same submission keeps its key until it is answered: over retries, over a double click,
 * and when somebody presses the button again because no answer came.
 */
const callOnce = async <C extends Contract>(contract: C, input: InputOf<C>): Promise<OutputOf<C>> => {
  const action = actionOf(contract, input)
  const idempotencyKey = openKeys.get(action) ?? crypto.randomUUID()
  openKeys.set(action, idempotencyKey)
  const answer = await call(contract, input, { idempotencyKey })
  openKeys.delete(action)
  return answer
}

/** A repeat is safe, since it carries the same key: no answer, or an answer that is still being made. */
const mayPassByItself = (error: unknown): boolean => ['OFFLINE', 'IN_FLIGHT', 'BUSY', 'NOT_READY'].includes(codeOf(error))

/**
 * A changing endpoint: `useMutation(mutationOf(tasks.accept))`, then `mutate({ params, body, version })`.
 * On success every list and record on the screen is read again.
 */
export const mutationOf = <C extends Contract>(contract: C) =>
  mutationOptions({
    mutationKey: [contract.path, contract.method],
    mutationFn: (input: InputOf<C>) => callOnce(contract, input),
    retry: (failures, error) => failures < 2 && mayPassByItself(error),
    retryDelay: (failures) => 400 * 2 ** failures,
    onSuccess: (_data, _input, _result, { client }) => client.invalidateQueries(),
  })

/** `onRefused` hears every refusal of the session itself (signed out, password to be changed), wherever it happened. */
export const createQueryClient = (onRefused: (error: ApiError) => unknown): QueryClient => {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && (error.code === 'UNAUTHENTICATED' || error.code === 'PASSWORD_CHANGE_REQUIRED')) onRefused(error)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (failures, error) => failures < 2 && (mayPassByItself(error) || codeOf(error) === 'INTERNAL'),
      },
      // A submission without a network fails with a sentence and keeps what was typed, instead of waiting silently.
      mutations: { networkMode: 'always' },
    },
  })
}
