import type { Child, Employee } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { type Db, makeAgency, makeEmployee, makeUnit } from '../agency.ts'
import { makeChild } from '../children.ts'
import { children, employees, units } from './people.ts'

export const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The sample has no ${what}`)
  return value
}

const levelOf = (school = '') => {
  if (school.includes('Mầm non')) return 'preschool' as const
  if (school.includes('Tiểu học')) return 'primary' as const
  if (school.includes('THCS')) return 'lowerSecondary' as const
  return school === '' ? null : ('upperSecondary' as const)
}

export type SamplePeople = Awaited<ReturnType<typeof makeSampleAgency>>

/** The letterhead (unless the set-up already wrote one), units with heads, employees and their children. */
export const makeSampleAgency = async (db: Db) => {
  if ((await db.agency.count()) === 0) await makeAgency(db)
  const unitIds = new Map<string, string>()
  for (const [sortOrder, { key, ...unit }] of units.entries()) unitIds.set(key, (await makeUnit(db, { ...unit, sortOrder })).id)
  const byCode = new Map<string, Employee>()
  for (const { code, name, unit, position, kind, head } of employees) {
    const employee = await makeEmployee(db, { code, name, position, kind, unitId: must(unitIds.get(unit), unit) })
    byCode.set(code, employee)
    if (head) await db.unit.update({ where: { id: employee.unitId }, data: { headId: employee.id } })
  }
  const kids: Child[] = []
  for (const { name, born, sex, mother, father, school, className, circumstances } of children) {
    const guardians = [
      ...(mother ? [{ employeeId: must(byCode.get(mother), mother).id, relation: 'mother' as const }] : []),
      ...(father ? [{ employeeId: must(byCode.get(father), father).id, relation: 'father' as const }] : []),
    ]
    kids.push(
      await makeChild(db, {
        name,
        birthDate: toDbDate(born),
        sex,
        school: school ?? '',
        className: className ?? '',
        circumstances: circumstances ?? '',
        schoolLevel: levelOf(school),
        guardians,
      }),
    )
  }
  return {
    children: kids,
    unit: (key: string) => must(unitIds.get(key), key),
    employee: (code: string) => must(byCode.get(code), code),
    byAccount: (account: string) =>
      must(
        byCode.get(
          must(
            employees.find((one) => one.account === account),
            account,
          ).code,
        ),
        account,
      ),
    child: (name: string) =>
      must(
        kids.find((one) => one.name === name),
        name,
      ),
  }
}
