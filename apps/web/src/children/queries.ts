import { useCan } from '../session/session.ts'

/** How much of the children this person works with: a record of nobody's passes only a rule without conditions. */
export const useChildScope = () => {
  const can = useCan()
  const nobodys = { guardians: [] }
  return {
    /** Sees every unit's children. */
    readsAll: can('read Child', nobodys),
    /** Enters and changes anybody's children. */
    keepsAll: can('update Child', nobodys),
    creates: can('create Child'),
  }
}
