import type { Permission } from '@chung-tay/domain/access/abilities'
import type { ErrorCode } from '@chung-tay/domain/errors'
import type { z } from 'zod'

/**
 * One endpoint as data: the Fastify route, its validation, the OpenAPI operation, the typed call and the query options derive from it.
 * `permission` is what the role must allow (`public`: nobody need be signed in; `self`: any signed-in person, own data only);
 * the scope inside a role is applied by the service with the same rules.
 * A `versioned` endpoint changes an existing record and needs the version that was seen (`If-Match`).
 */
export type Contract = {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  summary: string
  permission: Permission | 'public' | 'self'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response: z.ZodType
  /** 201 for a POST that makes a record; 200 otherwise. */
  status?: 200 | 201
  versioned?: boolean
  /** The answer is a file: `response` describes nothing then, and `implementFile` serves it. */
  file?: readonly string[]
  /** Domain codes this endpoint may answer with, beyond those every endpoint has. */
  errors?: readonly ErrorCode[]
}

type Parsed<S, Key extends string> = S extends z.ZodType ? Record<Key, z.output<S>> : unknown
type Sent<S, Key extends string> = S extends z.ZodType ? Record<Key, z.input<S>> : unknown
type Version<C extends Contract> = C['versioned'] extends true ? { version: number } : unknown

/** What a handler receives: already parsed and typed. */
export type RequestOf<C extends Contract> = Parsed<C['params'], 'params'> & Parsed<C['query'], 'query'> & Parsed<C['body'], 'body'>
/** What a client must send. */
export type InputOf<C extends Contract> = Sent<C['params'], 'params'> & Sent<C['query'], 'query'> & Sent<C['body'], 'body'> & Version<C>
export type OutputOf<C extends Contract> = z.output<C['response']>

export const defineContract = <const C extends Contract>(contract: C): C => contract

export const isMutation = (contract: Contract): boolean => contract.method !== 'GET'
