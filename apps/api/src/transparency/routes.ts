import { createHash } from 'node:crypto'
import { transparency } from '@chung-tay/contracts/transparency'
import { DomainError } from '@chung-tay/domain/errors'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Services } from '../http/context.ts'
import { implement, implementFile } from '../http/implement.ts'
import { createKept } from './kept.ts'
import { listPublicYears, publicYear } from './service.ts'

/** How old a sum may be; a consent that was withdrawn counts at once. */
const keptFor = 30_000

/** A page that was made once costs next to nothing: the bound only keeps a flood from one address off. */
const perMinute = 60_000

/** What changes who may be seen, and by which name. */
const consents = /^\w+ (Agency|Donor)$/

type Page = { body: string; etag: string }

/** What anybody may see without a session. Nobody is asked who they are, and the answer is the same for all: so it may be kept. */
export const createTransparency = (services: Services) => {
  const make = async (year: number): Promise<Page | null> => {
    const record = await publicYear(services, year)
    if (!record) return null
    const body = JSON.stringify(z.encode(transparency.year.response, record))
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
  }
  const pages = createKept(make, keptFor)
  const years = createKept(() => listPublicYears(services), keptFor)

  /** Whoever answers a change of consent forgets what was shown before, once it is committed and before it is answered. */
  const watch = (app: FastifyInstance) =>
    app.addHook('onRoute', (route) => {
      const { contract } = route.config ?? {}
      if (!contract || contract.method === 'GET' || !consents.test(contract.permission)) return
      route.onSend = [
        route.onSend ?? [],
        (_request: unknown, _reply: unknown, payload: unknown, done: (error: null, payload: unknown) => void) => {
          pages.forget()
          years.forget()
          done(null, payload)
        },
      ].flat() as NonNullable<typeof route.onSend>
    })

  const send = (reply: FastifyReply, { body, etag }: Page, seen: string | undefined) => {
    // Kept by whoever likes, and asked about each time: the answer to that is a few bytes.
    reply.header('etag', etag).header('cache-control', 'public, no-cache')
    return seen === etag ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(body)
  }

  const routes = async (app: FastifyInstance) => {
    implement(app, transparency.years, () => years.get(0), { limit: perMinute })
    const rateLimit = { max: perMinute, timeWindow: '1 minute' }
    const ofYear = async ({ params }: { params: { year: number } }, reply: FastifyReply) => {
      const page = await pages.get(params.year)
      if (!page) throw new DomainError('NOT_FOUND')
      return send(reply, page, reply.request.headers['if-none-match'])
    }
    implementFile(app, transparency.year, ofYear, { rateLimit })
  }
  return { watch, routes }
}
