/** Whether a desk was ever prepared on this device; asked without loading what reads it. */
const hasDesk = async (): Promise<boolean> => (await indexedDB.databases()).some(({ name }) => name === 'chung-tay-desk')

/** On the way from the sign-in to the next page: lists for the desk that somebody else took along leave the device. */
export const arrive = async (userId: string | undefined, next: string): Promise<void> => {
  try {
    if (userId !== undefined && (await hasDesk())) await (await import('../desk/store.ts')).dropListsOfOthers(userId)
  } catch {
    // The server still decides in whose name anything is given.
  }
  window.location.assign(next)
}
