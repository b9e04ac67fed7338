import type { Role } from '@chung-tay/domain/access/actor'
import { makeAccount } from './accounts.ts'
import type { Db } from './agency.ts'
import { makeSampleAgency } from './sample/agency.ts'
import { type CountUnit, makeSampleConfirmations } from './sample/confirmations.ts'
import { makeSampleMonth } from './sample/month.ts'
import { makeSampleNotice } from './sample/notices.ts'
import { makeSampleMail } from './sample/reminders.ts'

/** The sample lives in June 2021. */
export const sampleDay = '2021-06-20'

const accountRoles: Record<string, readonly Role[]> = {
  giamdoc: ['leadership'],
  vanphong: ['office'],
  congdoan: ['union'],
  ungdung: ['communications'],
  // The two that follow from the agency's records.
  truongphong: [],
  canbo: [],
  kiemtoan: ['auditor'],
  quantri: ['administrator'],
}

/**
 * The plan of 2021 with its units, people and records up to 20 June 2021, built with the factories of the tests.
 * With a password's hash it also makes one account for each role; without, the records stand in the name of `recorderId`.
 */
export const buildSample = async (
  db: Db,
  { countUnit, passwordHash, recorderId }: { countUnit: CountUnit; passwordHash?: string; recorderId?: string },
): Promise<void> => {
  const people = await makeSampleAgency(db)
  const accounts = new Map<string, string>()
  if (passwordHash !== undefined) {
    for (const [username, roles] of Object.entries(accountRoles)) {
      const person = people.byAccount(username)
      accounts.set(username, await makeAccount(db, { username, name: person.name, roles, employeeId: person.id, passwordHash }))
    }
  }
  const actor = (username: string): string => {
    const id = accounts.get(username) ?? recorderId
    if (id === undefined) throw new Error('The sample needs somebody in whose name its records stand')
    return id
  }
  await makeSampleMonth(db, people, actor)
  await makeSampleNotice(db, actor)
  await makeSampleConfirmations(db, people, countUnit)
  if (passwordHash !== undefined) await makeSampleMail(db)
}
