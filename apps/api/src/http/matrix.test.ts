import { contracts } from '@chung-tay/contracts/all'
import { type Contract, isMutation } from '@chung-tay/contracts/contract'
import { abilityFor, partsOf } from '@chung-tay/domain/access/abilities'
import { type Actor, roles } from '@chung-tay/domain/access/actor'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { absent, inputOf, paramsOf } from './matrix-input.ts'

let api: TestApi
const people = new Map<string, Person>()

beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  for (const role of roles) people.set(role, await api.person([role]))
})
afterAll(() => api.stop())

const actorLike = (role: (typeof roles)[number]): Actor => ({
  userId: absent,
  name: '',
  roles: [...new Set([role, 'employee' as const])],
  employeeId: absent,
  unitId: absent,
  headedUnitIds: [absent],
})

/** What the abilities say of a role, without asking the server. */
const expectsForbidden = (contract: Contract, role: (typeof roles)[number]): boolean => {
  if (contract.permission === 'public' || contract.permission === 'self') return false
  return !abilityFor(actorLike(role)).can(...partsOf(contract.permission))
}

const idsIn = (json: unknown): string[] => JSON.stringify(json ?? null).match(/"id":"[^"]+"/g) ?? []

const named = contracts.map((contract) => [`${contract.method} ${contract.path}`, contract] as const)

describe.each(named)('%s', (_, contract) => {
  test('is served', () => {
    expect(api.app.hasRoute({ method: contract.method, url: `/api${contract.path}` })).toBe(true)
  })

  test.runIf(contract.permission !== 'public')('signed out is 401', async () => {
    expect((await api.call(contract, inputOf(contract) as never, { version: 1 })).status).toBe(401)
  })

  test.runIf(contract.permission !== 'public')('each role is let in or refused as the abilities say', async () => {
    for (const role of roles) {
      const forbidden = expectsForbidden(contract, role)
      // What a role may do on the own account would end the session that the next test needs.
      if (!forbidden && contract.permission === 'self' && isMutation(contract)) continue
      const { status, json } = (await people.get(role)?.call(contract, inputOf(contract) as never, { version: 1 })) ?? { status: 0, json: {} }
      expect([role, status === 403, status < 500], JSON.stringify(json)).toEqual([role, forbidden, true])
    }
  })

  const isList = Object.keys(contract.params?.shape ?? {}).join() === 'campaignId' && contract.method === 'GET'

  test.runIf(Object.values(paramsOf(contract)).includes(absent) && contract.permission !== 'public')(
    'what is not there is 404, or an empty list, for who is let in',
    async () => {
      for (const role of roles.filter((role) => !expectsForbidden(contract, role))) {
        const { status, json } = (await people.get(role)?.call(contract, inputOf(contract) as never, { version: 1 })) ?? { status: 0, json: {} }
        if (isList && status === 200) expect([role, idsIn(json)]).toEqual([role, []])
        else expect([role, status], JSON.stringify(json)).toEqual([role, 404])
      }
    },
  )
})

test('operation ids are each used once', () => {
  const ids = contracts.map((contract) => contract.operationId)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
