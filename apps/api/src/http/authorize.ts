import type { Contract } from '@chung-tay/contracts/contract'
import { abilityFor, partsOf } from '@chung-tay/domain/access/abilities'
import type { Actor } from '@chung-tay/domain/access/actor'
import { DomainError } from '@chung-tay/domain/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actors } from '../accounts/actors.ts'
import type { Services } from './context.ts'

const guest: Actor = { userId: '00000000-0000-0000-0000-000000000000', name: '', roles: [], employeeId: null, unitId: null, headedUnitIds: [] }

/** What may be done before the first password was changed. */
const beforePasswordChange = new Set(['getMe', 'changeMyPassword', 'setMyLanguage', 'signOutEverywhere'])

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser says where a request comes from; what comes from elsewhere changes nothing here. */
const refuseForeignOrigin = ({ method, headers }: FastifyRequest) => {
  if (safe.has(method) || headers.origin === undefined) return
  if (!URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host) throw new DomainError('FORBIDDEN', { origin: headers.origin })
}

/**
 * Every route names what it needs, or the server does not start. Signed out is 401, not allowed by role is 403;
 * the scope inside a role is the service's (`http/scope.ts`).
 */
export const authorize = (app: FastifyInstance, services: Services, actors: Actors) => {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.contract && !config?.open) throw new Error(`${String(method)} ${url} has no contract: who may call it?`)
  })

  const signedIn = async (request: FastifyRequest, { permission, operationId }: Contract) => {
    const person = request.headers.cookie ? await actors.byCookie(request.headers.cookie) : null
    if (!person) throw new DomainError('UNAUTHENTICATED')
    if (person.mustChangePassword && !beforePasswordChange.has(operationId)) throw new DomainError('PASSWORD_CHANGE_REQUIRED')
    if (permission !== 'self' && permission !== 'public') {
      const [action, subject] = partsOf(permission)
      if (!person.ability.can(action, subject)) throw new DomainError('FORBIDDEN', { action, subject })
    }
    return person
  }

  app.addHook('onRequest', async (request) => {
    refuseForeignOrigin(request)
    const { contract } = request.routeOptions.config
    if (!contract) return
    const { actor, ability } = contract.permission === 'public' ? { actor: guest, ability: abilityFor(guest) } : await signedIn(request, contract)
    request.context = { ...services, actor, ability, db: services.database.prisma }
  })
}
