import type { Child, Consent, Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { cleanText, foldText, givenNameOf } from '@chung-tay/domain/text'
import { type Db, makeEmployee } from './agency.ts'

type ChildOverrides = Partial<Prisma.ChildUncheckedCreateInput> & {
  guardians?: { employeeId: string; relation: 'father' | 'mother' | 'guardian' }[]
}

/** Without guardians given, a mother is made in a unit of her own. */
export const makeChild = async (db: Db, overrides: ChildOverrides = {}): Promise<Child> => {
  const { guardians = [{ employeeId: (await makeEmployee(db)).id, relation: 'mother' as const }], ...rest } = overrides
  const name = cleanText(rest.name ?? 'Trần Gia Bảo')
  return db.child.create({
    data: {
      birthDate: toDbDate('2014-03-09'),
      sex: 'male',
      schoolLevel: 'primary',
      school: 'Trường Tiểu học Ngô Sĩ Liên',
      className: '1A',
      ...rest,
      name,
      givenName: givenNameOf(name),
      search: foldText(name),
      guardians: { create: guardians },
    },
  })
}

/** A consent on paper, for gifts, by the mother. `recordedById` is the account that entered it. */
export const makeConsent = (
  db: Db,
  overrides: Partial<Prisma.ConsentUncheckedCreateInput> & { childId: string; recordedById: string },
): Promise<Consent> =>
  db.consent.create({
    data: {
      purpose: 'gift',
      method: 'paper',
      givenByName: 'Nguyễn Thị Thuỳ Dương',
      relation: 'mother',
      givenOn: toDbDate('2021-05-20'),
      ...overrides,
    },
  })
