import { useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'

/** The units for which this person may plan events. */
export const useOwnUnitOptions = () => {
  const can = useCan()
  return useUnitOptions().filter(({ value }) => can('create Event', { unitId: value }))
}
