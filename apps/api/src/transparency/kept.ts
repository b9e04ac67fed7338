/**
 * Answers that are kept for a while, made once however many ask at the same time. `forget` drops them all: what was still being made
 * when something changed is answered to those who asked before, and not kept. `now` is in milliseconds and never goes back.
 */
export const createKept = <Key, Answer>(make: (key: Key) => Promise<Answer>, milliseconds: number, now = () => performance.now()) => {
  const kept = new Map<Key, { answer: Promise<Answer>; until: number }>()
  const get = (key: Key): Promise<Answer> => {
    const known = kept.get(key)
    if (known && now() < known.until) return known.answer
    const answer = make(key)
    const entry = { answer, until: now() + milliseconds }
    kept.set(key, entry)
    // A failure is told to those who waited for it, and tried anew by the next.
    answer.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    return answer
  }
  return { get, forget: () => kept.clear() }
}
