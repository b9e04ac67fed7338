/** Minutes until a letter is tried again after its first, second … failure; after the last of them it has failed. */
const pauses = [1, 5, 15, 60, 240] as const

export const mostAttempts = pauses.length + 1

/** When a letter that failed for the `attempts`th time is tried again; null when it is given up. */
export const nextAttempt = (attempts: number, now: Date): Date | null => {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000)
}
