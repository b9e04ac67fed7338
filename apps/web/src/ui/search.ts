import { foldText } from '@chung-tay/domain/text'

/** Whether a text holds every word of a search, without regard to marks, case and đ/d. */
export const matches = (text: string, search: string): boolean => {
  const folded = foldText(text)
  return foldText(search)
    .split(' ')
    .every((word) => folded.includes(word))
}

const foldedLetters = (text: string): { letter: string; at: number }[] =>
  [...text.normalize('NFC')].flatMap((character, at) =>
    [...foldText(character === ' ' ? '' : character).padEnd(1, ' ')].map((letter) => ({ letter, at })),
  )

/** A text cut into parts that match a search and parts that do not; `at` is where a part begins. */
export const matchesOf = (text: string, search: string): { part: string; hit: boolean; at: number }[] => {
  const characters = [...text.normalize('NFC')]
  const letters = foldedLetters(text)
  const folded = letters.map(({ letter }) => letter).join('')
  const hits = new Set<number>()
  for (const word of foldText(search).split(' ').filter(Boolean)) {
    for (let found = folded.indexOf(word); found >= 0; found = folded.indexOf(word, found + 1)) {
      for (const { at } of letters.slice(found, found + word.length)) hits.add(at)
    }
  }
  const parts: { part: string; hit: boolean; at: number }[] = []
  characters.forEach((character, at) => {
    const last = parts.at(-1)
    if (last && last.hit === hits.has(at)) last.part += character
    else parts.push({ part: character, hit: hits.has(at), at })
  })
  return parts
}
