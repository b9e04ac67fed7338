const prefix = 'chung-tay:draft:'
const longest = 7 * 86_400_000

export type Draft<Values> = { values: Values; version: number; at: number }

/** What was typed and not yet saved; null when there is none, or when it is older than a week. */
export const draftOf = <Values>(key: string): Draft<Values> | null => {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Draft<Values> | null
    return draft && Date.now() - draft.at < longest ? draft : null
  } catch {
    return null
  }
}

export const keepDraft = <Values>(key: string, values: Values, version: number): void => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ values, version, at: Date.now() }))
  } catch {
    // A full or forbidden store costs the draft, never the form.
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(prefix + key)

/** At sign-out: the next person at this device must not find them. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}
