import type { Employee, Prisma, Unit } from '@chung-tay/db/client'
import { cleanText, foldText, givenNameOf } from '@chung-tay/domain/text'

/** Prisma inside or outside of a transaction. */
export type Db = Prisma.TransactionClient

let serial = 0
/** A number that no other row of this process has: for codes and names that must be unique. */
/** Half past nine of a day there: when the rows of that day were written. */
export const morningOf = (day: Date): Date => new Date(day.getTime() + 2.5 * 3_600_000)

export const next = (): number => ++serial

export const makeAgency = (db: Db, overrides: Partial<Prisma.AgencyCreateInput> = {}) =>
  db.agency.create({
    data: {
      name: 'Sở Khoa học và Công nghệ',
      parentName: 'UBND tỉnh Bắc Giang',
      place: 'Bắc Giang',
      address: 'Đường Quách Nhẫn, thành phố Bắc Giang',
      symbol: 'KHCN',
      leaderTitle: 'GIÁM ĐỐC',
      leaderName: 'Nguyễn Thanh Bình',
      ...overrides,
    },
  })

export const makeUnit = (db: Db, overrides: Partial<Prisma.UnitUncheckedCreateInput> = {}): Promise<Unit> => {
  const name = overrides.name ?? `Phòng Quản lý số ${next()}`
  return db.unit.create({ data: { shortName: name, kind: 'division', search: foldText(name), ...overrides, name } })
}

export const makeEmployee = async (db: Db, overrides: Partial<Prisma.EmployeeUncheckedCreateInput> = {}): Promise<Employee> => {
  const name = cleanText(overrides.name ?? 'Nguyễn Thị Thuỳ Dương')
  const code = overrides.code ?? `CB${String(next()).padStart(4, '0')}`
  const unitId = overrides.unitId ?? (await makeUnit(db)).id
  return db.employee.create({
    data: {
      kind: 'civilServant',
      position: 'Chuyên viên',
      ...overrides,
      name,
      code,
      unitId,
      givenName: givenNameOf(name),
      search: foldText(`${name} ${code}`),
    },
  })
}
