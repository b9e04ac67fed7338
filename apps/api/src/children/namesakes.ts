import type { Prisma } from '@chung-tay/db/client'
import { isTelling } from '@chung-tay/domain/children/erasure'
import { foldText } from '@chung-tay/domain/text'
import type { Db } from '../http/context.ts'

/** Whether a name in running text can only mean one child: none of the `others`, no employee and no donor is called so. */
export const meansNobodyElse = async (db: Db, name: string, others: Prisma.ChildWhereInput): Promise<boolean> => {
  const search = { contains: foldText(name) }
  const [children, employees, donors] = await Promise.all([
    db.child.findMany({ where: { AND: [{ search }, others] }, select: { name: true } }),
    db.employee.findMany({ where: { search }, select: { name: true } }),
    db.donor.findMany({ where: { search }, select: { name: true } }),
  ])
  return isTelling(
    name,
    [...children, ...employees, ...donors].map((other) => other.name),
  )
}
