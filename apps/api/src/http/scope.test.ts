import { contracts } from '@chung-tay/contracts/all'
import type { Contract } from '@chung-tay/contracts/contract'
import { type AppAbility, abilityFor, partsOf } from '@chung-tay/domain/access/abilities'
import { makeNomination } from '@chung-tay/testing/awards'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeDonation, makePledge } from '@chung-tay/testing/donations'
import { makeEvent } from '@chung-tay/testing/events'
import { makeGiftKind, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makePhoto, makeTask, makeTaskChase, makeTaskStep } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { inputOf } from './matrix-input.ts'

type Db = TestApi['db']
/** Makes a record that belongs to this person: the own unit's, the own child's. */
type Make = (db: Db, person: Person) => Promise<{ id: string }>

const ownChild = (db: Db, { employee }: Person) => makeChild(db, { guardians: [{ employeeId: employee.id, relation: 'mother' }] })

// One plan for every task: each campaign has a year of its own, and there are not so many years.
let plan: Promise<{ id: string }> | undefined
const ownTask = async (db: Db, { employee }: Person) => {
  plan ??= makeActivity(db)
  return makeTask(db, { activityId: (await plan).id, unitId: employee.unitId, assigneeId: employee.id })
}

/** By the first word of the path. A scoped route whose word is not here fails the test. */
const ownDonor: Make = async (db, { employee }) => {
  const data = { kind: 'person', name: employee.name, search: '', employeeId: employee.id } as const
  return (await db.donor.findFirst({ where: { employeeId: employee.id } })) ?? (await db.donor.create({ data }))
}

const makers: Record<string, Make> = {
  tasks: ownTask,
  'task-steps': async (db, person) => makeTaskStep(db, { taskId: (await ownTask(db, person)).id, assigneeId: person.employee.id }),
  'task-chases': async (db, person) => makeTaskChase(db, { taskId: (await ownTask(db, person)).id, chasedById: person.userId }),
  children: ownChild,
  consents: async (db, person) => makeConsent(db, { childId: (await ownChild(db, person)).id, recordedById: person.userId }),
  employees: async (_db, { employee }) => employee,
  events: (db, { employee }) => makeEvent(db, { unitId: employee.unitId }),
  nominations: async (db, person) =>
    makeNomination(db, { childId: (await ownChild(db, person)).id, unitId: person.employee.unitId, submittedById: person.userId }),
  'data-requests': async (db, person) => {
    const [receivedOn, answerDueOn, fulfilDueOn] = ['2021-06-18', '2021-06-22', '2021-07-03'].map((day) => new Date(day)) as [Date, Date, Date]
    const asked = { kind: 'copy', requestedById: person.userId, receivedOn, answerDueOn, fulfilDueOn, createdAt: receivedOn } as const
    return db.dataRequest.create({ data: { ...asked, childId: (await ownChild(db, person)).id } })
  },
  // Of goods, for a delivery note is of goods alone.
  donations: async (db, person) => {
    const items = [{ giftKindId: (await makeGiftKind(db)).id, quantity: 2, unitValue: 320_000 }]
    return makeDonation(db, { donorId: (await ownDonor(db, person)).id, createdById: person.userId, items })
  },
  pledges: async (db, person) => makePledge(db, { donorId: (await ownDonor(db, person)).id, createdById: person.userId }),
  'gift-list-lines': async (db, person) => makeGiftListLine(db, { childId: (await ownChild(db, person)).id, unitId: person.employee.unitId }),
  files: async (db, { userId }) => makePhoto(db, userId, { sha256: await api.services.files.put(Buffer.from('ảnh')) }),
  notifications: (db, { userId }) => db.notification.create({ data: { userId, kind: 'taskAssigned', data: {}, key: crypto.randomUUID() } }),
  'notice-readers': async (db, person) => {
    const { campaignId } = await ownTask(db, person)
    const notice = { campaignId, title: 'Thông báo', text: 'Kính gửi', createdAt: new Date(), publishedAt: new Date() }
    const { id: employeeId, unitId } = person.employee
    return db.noticeReader.create({
      data: { notice: { create: notice }, employee: { connect: { id: employeeId } }, unit: { connect: { id: unitId } }, token: crypto.randomUUID() },
    })
  },
  publications: async (db, { employee }) => {
    const { id: campaignId } = await makeCampaign(db)
    const published = { kind: 'news', channel: 'website', title: 'Tin', search: 'tin', status: 'published' } as const
    const day = new Date('2021-06-01')
    return db.publication.create({ data: { ...published, campaignId, unitId: employee.unitId, plannedOn: day, publishedOn: day } })
  },
}

const absentInBody = '00000000-0000-7000-8000-000000000000'

const wordOf = ({ path }: Contract) => path.split('/')[1] ?? ''

const personal = [
  'id',
  'unitId',
  'employeeId',
  'assigneeId',
  'userId',
  'uploadedById',
  'requestedById',
  'guardians',
  'child',
  'donor',
  'task',
  'steps',
]

/** True when the rule speaks of a unit, a child or a person; a rule about a status alone is the same for everybody. */
const isScoped = (ability: AppAbility, { permission }: Contract): boolean => {
  if (permission === 'public' || permission === 'self') return false
  const rules = ability.rulesFor(...partsOf(permission))
  return (
    rules.length > 0 && rules.every(({ conditions }) => conditions !== undefined && Object.keys(conditions).some((key) => personal.includes(key)))
  )
}

// A campaign and a notice are everybody's: what hangs on them is scoped row by row, and tested there.
const hasRecord = ({ path }: Contract) => /^\/[\w-]+\/:\w+/.test(path) && !/^\/(campaigns|notices)\//.test(path)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

describe.each([['unitHead'], ['employee']] as const)('%s', (role) => {
  const actor = {
    userId: 'u',
    name: '',
    roles: [...new Set([role, 'employee' as const])],
    employeeId: 'e',
    unitId: 'u',
    headedUnitIds: role === 'unitHead' ? ['u'] : [],
  }
  let people: [Person, Person]
  beforeAll(async () => {
    people = [await api.person([role]), await api.person([role])]
  })
  const scoped = contracts.filter((contract) => hasRecord(contract) && isScoped(abilityFor(actor), contract))

  test.each(scoped.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    '%s: own is reached, foreign is as if it were not there',
    async (_, contract) => {
      const make = makers[wordOf(contract)]
      expect(make, `${contract.path} needs an entry in makers`).toBeDefined()
      if (!make) return
      const [me, other] = people
      const reach = async (id: string) => (await me.call(contract, inputOf(contract, id) as never, { version: 1 })).status
      expect(await reach((await make(api.db, other)).id)).toBe(404)
      const own = await reach((await make(api.db, me)).id)
      // A body that names other records names absent ones here: then 404 is about those.
      if (JSON.stringify(inputOf(contract)).includes(absentInBody)) return
      expect([own === 403, own === 404, own < 500]).toEqual([false, false, true])
    },
  )
})
