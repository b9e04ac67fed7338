import { type Contract, type InputOf, isMutation, type OutputOf } from '@chung-tay/contracts/contract'
import { ApiError, errorOf } from './problem.ts'

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; version?: number }
export type CallOptions = {
  signal?: AbortSignal
  /** One key per action of a person: a repeat of the same submission must carry the same one. */
  idempotencyKey?: string
}

/** What the server wants beside the session, so that no other site can act in a person's name. */
export const csrfHeader = { 'x-requested-with': 'chung-tay' }

const pathOf = (contract: Contract, params: Record<string, unknown> = {}): string =>
  contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))

/** A query as text; what is undefined, null or empty is left out, an array repeats its name. */
export const searchOf = (query: Record<string, unknown> = {}): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const))
  const search = new URLSearchParams(
    pairs.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => [name, String(value)]),
  )
  return search.size > 0 ? `?${search}` : ''
}

export const urlOf = (contract: Contract, { params, query }: Parts): string => `/api${pathOf(contract, params)}${searchOf(query)}`

const headersOf = (contract: Contract, input: Parts, { idempotencyKey }: CallOptions): Record<string, string> => ({
  accept: 'application/json',
  ...csrfHeader,
  ...(input.body !== undefined && { 'content-type': 'application/json' }),
  ...(isMutation(contract) && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
  ...(contract.versioned && { 'if-match': `"${input.version}"` }),
})

const send = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'OFFLINE')
  }
}

/**
 * Calls one endpoint by its contract: `{ params, query, body, version }` as far as the contract has them.
 * Throws `ApiError`; code `OFFLINE` when no answer came.
 */
export const call = async <C extends Contract>(contract: C, input: InputOf<C>, options: CallOptions = {}): Promise<OutputOf<C>> => {
  const parts = input as Parts
  const response = await send(urlOf(contract, parts), {
    method: contract.method,
    headers: headersOf(contract, parts, options),
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    ...(options.signal && { signal: options.signal }),
  })
  if (!response.ok) throw await errorOf(response)
  return contract.response.parse(await response.json()) as OutputOf<C>
}

/** Where a list's export lies: exactly the rows that the same input shows. */
export const exportUrl = <C extends Contract>(contract: C, input: InputOf<C>, format: 'csv' | 'xlsx'): string => {
  const { params, query = {} } = input as Parts
  const { cursor: _, limit: __, ...filter } = query
  return `/api${pathOf(contract, params)}/export${searchOf({ format, ...filter })}`
}

const answerOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw await errorOf(response)
  return response.json()
}

/** Reads an endpoint without its contract; answers its JSON. */
export const get = async (path: string): Promise<unknown> => answerOf(await send(`/api${path}`, { headers: { accept: 'application/json' } }))

/** Posts JSON to an endpoint that no contract describes (the sign-in library's own); answers its JSON. */
export const post = async (path: string, body: unknown = {}): Promise<unknown> =>
  answerOf(await send(`/api${path}`, { method: 'POST', headers: { ...csrfHeader, 'content-type': 'application/json' }, body: JSON.stringify(body) }))
