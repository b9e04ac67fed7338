import { existsSync } from 'node:fs'
import { DomainError } from '@chung-tay/domain/errors'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built client on the same port; every path that is no file and no API is a page of it. */
export const serveClient = async (app: FastifyInstance, folder: string) => {
  if (!existsSync(folder)) return
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, open: true }
  })
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { config: { open: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) throw new DomainError('NOT_FOUND')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
