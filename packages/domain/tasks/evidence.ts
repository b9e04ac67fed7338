/** What a file is counted as, by its media type: a list is a table or a scan of one, a document any paper. */
export const evidenceKinds = ['photo', 'list', 'document'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What the office asks to hang on a task: so many files of a kind; `label` says what they show. */
export type EvidenceAsked = { kind: EvidenceKind; count: number; label: string }
export type EvidenceFound = EvidenceAsked & { there: number }

const isPhoto = (mediaType: string) => mediaType.startsWith('image/')
const lists: ReadonlySet<string> = new Set(['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])

const take = (asked: readonly EvidenceAsked[], files: number): number[] => {
  let left = files
  return asked.map(({ count }) => {
    const there = Math.min(count, left)
    left -= there
    return there
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/**
 * How much of what is asked is there; each file counts once. What counts as a list counts as a document too, so lists take theirs first
 * and documents what is left: no other way of counting would satisfy more.
 */
export const evidenceFound = (asked: readonly EvidenceAsked[], mediaTypes: readonly string[]): EvidenceFound[] => {
  const of = (kind: EvidenceKind) => asked.filter((one) => one.kind === kind)
  const photos = mediaTypes.filter(isPhoto).length
  const forLists = take(of('list'), mediaTypes.filter((type) => lists.has(type)).length)
  const there = {
    photo: take(of('photo'), photos),
    list: forLists,
    document: take(of('document'), mediaTypes.length - photos - sum(forLists)),
  }
  const next = { photo: 0, list: 0, document: 0 }
  return asked.map((one) => ({ ...one, there: there[one.kind][next[one.kind]++] ?? 0 }))
}

/** What is still asked for. When nothing in particular is asked, the rule that one file must be there is `requireEvidence`. */
export const missingEvidence = (asked: readonly EvidenceAsked[], mediaTypes: readonly string[]): EvidenceFound[] =>
  evidenceFound(asked, mediaTypes).filter(({ there, count }) => there < count)
