import { DomainError, type ErrorCode } from '@chung-tay/domain/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actors } from '../accounts/actors.ts'
import type { Auth } from '../accounts/auth.ts'

/** What of the sign-in library is reachable: accounts and passwords are changed through our own contracts, with audit. */
const paths = [
  ['POST', '/sign-in/username'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
] as const

const toWeb = (request: FastifyRequest): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== 'x-client-address') headers.append(name, String(value))
  headers.set('x-client-address', request.ip)
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  return new Request(url, { method: request.method, headers, ...(request.method === 'POST' && { body: JSON.stringify(request.body ?? {}) }) })
}

const refusals: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'TOO_MANY_REQUESTS',
}

/** The library refuses in a shape of its own; whoever calls this API reads every refusal the same way. */
const refusalFrom = async (response: Response): Promise<Error> => {
  const { code } = (await response.json().catch(() => ({}))) as { code?: unknown }
  if (response.status >= 500) return new Error(`The sign-in library answered ${response.status} ${code}`)
  return new DomainError(refusals[response.status] ?? 'INVALID', typeof code === 'string' ? { reason: code } : {})
}

const fromWeb = async (response: Response, reply: FastifyReply) => {
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie' && name !== 'content-length' && name !== 'content-type') reply.header(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  if (!response.ok) throw await refusalFrom(response)
  reply.code(response.status).type(response.headers.get('content-type') ?? 'application/json')
  return reply.send(response.body ? await response.text() : null)
}

/** The sign-in library behind `/api/auth`; attempts are counted per name and address. */
export const serveAuth = (app: FastifyInstance, auth: Auth, actors: Actors) => {
  const attemptKey = (request: FastifyRequest) => {
    const { username } = (request.body ?? {}) as { username?: unknown }
    return `${request.ip} ${typeof username === 'string' ? username.toLowerCase().slice(0, 100) : ''}`
  }
  for (const [method, path] of paths) {
    app.route({
      method,
      url: `/auth${path}`,
      config: {
        open: true,
        rateLimit: path.startsWith('/sign-in') ? { max: 10, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: attemptKey } : false,
      },
      handler: async (request, reply) => {
        const response = await auth.handler(toWeb(request))
        if (method === 'POST') actors.forgetAll()
        return fromWeb(response, reply)
      },
    })
  }
}
