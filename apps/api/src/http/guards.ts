import { DomainError } from '@chung-tay/domain/errors'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

const contentSecurityPolicy = [
  "default-src 'self'",
  // The reader of QR codes is a WebAssembly program of ours; nothing else may be made to run from data.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const overHttps = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** Headers that a browser obeys, and a ceiling on requests from one address. */
export const guard = async (app: FastifyInstance, { https }: { https: boolean }) => {
  const headers = { ...securityHeaders, ...(https && overHttps) }
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => new DomainError('TOO_MANY_REQUESTS', { seconds: Math.ceil(ttl / 1000) }),
  })
}
