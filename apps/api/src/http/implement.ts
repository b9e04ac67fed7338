import { isDeepStrictEqual } from 'node:util'
import { type Contract, isMutation, type OutputOf, type RequestOf } from '@chung-tay/contracts/contract'
import { DomainError } from '@chung-tay/domain/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context, WriteContext } from './context.ts'
import { runWrite } from './write.ts'

type ContextOf<C extends Contract> = C['method'] extends 'GET' ? Context : WriteContext
export type Request<C extends Contract> = RequestOf<C> & { context: ContextOf<C> }
type Handler<C extends Contract> = (request: Request<C>) => Promise<OutputOf<C>>

type Parsed = { params?: unknown; query?: unknown; body?: unknown }

const parse = (contract: Contract, request: FastifyRequest): Parsed => ({
  ...(contract.params && { params: contract.params.parse(request.params) }),
  ...(contract.query && { query: contract.query.parse(request.query) }),
  ...(contract.body && { body: contract.body.parse(request.body ?? {}) }),
})

const idempotencyKey = z.string().regex(/^[\w-]{8,100}$/)

const keyOf = (request: FastifyRequest): string => {
  const parsed = idempotencyKey.safeParse(request.headers['idempotency-key'])
  if (!parsed.success) throw new DomainError('IDEMPOTENCY_KEY_REQUIRED')
  return parsed.data
}

const versionOf = (contract: Contract, request: FastifyRequest): number => {
  if (!contract.versioned) return 0
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  if (version === undefined) throw new DomainError('VERSION_REQUIRED')
  return Number(version)
}

const statusOf = (contract: Contract): 200 | 201 => contract.status ?? (contract.method === 'POST' ? 201 : 200)

const send = (reply: FastifyReply, status: number, body: string) => reply.code(status).type('application/json; charset=utf-8').send(body)

/** Drops what the contract does not name, and fails on what it names otherwise. */
const encoded = (contract: Contract, result: unknown): string => JSON.stringify(z.encode(contract.response, result as never))

/** The plain JSON, after the tests have seen that it is the very same. */
const exactly = (contract: Contract, result: unknown): string => {
  const body = JSON.stringify(result)
  if (testing && !isDeepStrictEqual(JSON.parse(body), JSON.parse(encoded(contract, result)))) {
    throw new Error(`${contract.operationId} answers something else than its contract says`)
  }
  return body
}

const testing = process.env.NODE_ENV === 'test'

/** `limit` is how many requests a minute one address may make, for what is open to everybody. */
type Options = { exact?: boolean; tellsSecret?: boolean; limit?: number }

/**
 * Registers one contract as one route: the only place where HTTP meets a contract.
 * `exact` is for the few hot reads whose hand-written SQL names every column that leaves: their rows are compared with the contract
 * in the tests, and not one by one in production. The answer of one that `tellsSecret` is not kept: a repeat makes another secret.
 */
export const implement = <const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handler: Handler<C>,
  { exact = false, tellsSecret = false, limit }: Options = {},
) => {
  const encode = (result: OutputOf<C>) => (exact ? exactly(contract, result) : encoded(contract, result))
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract, ...(limit !== undefined && { rateLimit: { max: limit, timeWindow: '1 minute' } }) },
    handler: async (request, reply) => {
      const input = parse(contract, request)
      if (!isMutation(contract)) {
        const result = await handler({ ...input, context: request.context } as Request<C>)
        return send(reply, 200, encode(result))
      }
      const key = keyOf(request)
      const write = { operationId: contract.operationId, idempotencyKey: tellsSecret ? undefined : key, version: versionOf(contract, request), input }
      const answer = await runWrite(request.context, write, async (context) => ({
        status: statusOf(contract),
        body: encode(await handler({ ...input, context } as Request<C>)),
      }))
      return send(reply, answer.status, answer.body)
    },
  })
}

type FileOptions = { rateLimit?: { max: number; timeWindow: string }; logLevel?: 'warn' }

/** Registers a contract whose answer is a file. `logLevel` keeps an address that is a secret out of the log. */
export const implementFile = <const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handler: (request: RequestOf<C> & { context: Context }, reply: FastifyReply) => Promise<FastifyReply>,
  { rateLimit, logLevel }: FileOptions = {},
) => {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract, ...(rateLimit && { rateLimit }) },
    ...(logLevel && { logLevel }),
    handler: (request, reply) => handler({ ...parse(contract, request), context: request.context } as RequestOf<C> & { context: Context }, reply),
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Contract
    /** For the few routes that no contract describes: the client's files, the sign-in library's own. */
    open?: true
  }
  interface FastifyRequest {
    context: Context
  }
}
