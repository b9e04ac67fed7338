export const roles = ['leadership', 'office', 'union', 'communications', 'unitHead', 'employee', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who asks. Only the session makes one: its scope (own employee, headed units) is never taken from a request. */
export type Actor = {
  userId: string
  name: string
  roles: readonly Role[]
  employeeId: string | null
  unitId: string | null
  headedUnitIds: readonly string[]
}
