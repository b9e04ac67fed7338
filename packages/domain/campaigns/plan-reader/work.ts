import type { ActivityKind, UnitPart } from '../../activities/clause.ts'
import { deadlineIn } from './days.ts'
import { flat, type ReadActivity, type ReadTask, type ReadUnit } from './paper.ts'
import { type Mention, mentionsIn, partsIn } from './units.ts'

/** A clause with the points that stand under it. */
export type Clause = { clause: string; text: string; details: string[] }

// The clause's first of these words tells what it is about.
const kindWords: readonly (readonly [ActivityKind, RegExp])[] = [
  ['communication', /tuyen truyen|truyen thong|pho bien|tin, bai|khau hieu/],
  ['donation', /dong gop|ung ho|quyen gop|quy bao tro/],
  ['gift', /tang qua|vui choi|tham quan|tet thieu nhi/],
  ['award', /tuyen duong|khen thuong|thanh tich hoc tap/],
  ['movement', /phong trao/],
]

const kindIn = (text: string): ActivityKind | null => {
  const folded = flat(text)
  const found = kindWords.map(([kind, pattern]) => ({ kind, at: folded.search(pattern) })).filter(({ at }) => at >= 0)
  return found.toSorted((left, right) => left.at - right.at)[0]?.kind ?? null
}

const shortened = (text: string, longest: number): string => (text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest)))
const bare = (text: string): string => text.trim().replace(/[\s;:,.]+$/u, '')

/** A long clause is called by its first part and told whole below. */
const titled = ({ text, details }: Clause): { title: string; description: string } => {
  const [first = ''] = text.split(/;|\.(?=\s)/, 1)
  const title = shortened(bare(text.length > 160 && first.length > 20 ? first : text), 1000)
  return { title, description: details.length === 0 && bare(text) === title ? '' : [text, ...details].join('\n') }
}

type Named = { units: { unitId: string; part: UnitPart }[]; unclear: string[] }

const named = (text: string, mentions: readonly Mention[], parts: readonly (UnitPart | null)[]): Named => {
  const units = new Map<string, UnitPart>()
  const unclear = new Set<string>()
  for (const [at, { ids, start, end, unclear: doubtful }] of mentions.entries()) {
    const part = parts[at]
    if (!part) continue
    if (doubtful) unclear.add(text.slice(start, end))
    else for (const id of ids) if (units.get(id) !== 'lead') units.set(id, part)
  }
  return { units: [...units].map(([unitId, part]) => ({ unitId, part })), unclear: [...unclear] }
}

/** A clause of part II: units are those of which it says that they lead or support. */
export const activityOf = (clause: Clause, units: readonly ReadUnit[]): ReadActivity => {
  const text = [clause.text, ...clause.details].join('\n')
  const mentions = mentionsIn(text, units)
  return { clause: clause.clause, kind: kindIn(text), ...titled(clause), ...named(text, mentions, partsIn(text, mentions)) }
}

const opening = /^(?:(?:giao|de nghi|yeu cau|truong|thu truong|lanh dao|lanh dao cac|cac)\s+)*(?:cho\s+)?$/
const joining = /^\s*(?:,|va|;|\/)\s*$/
const duty = /^\s*[:,]?\s*(?:(?:co|chiu) trach nhiem\s*:?\s*)?/

/** Who the clause begins with: "Văn phòng Sở, Công đoàn …", "Trưởng các phòng, đơn vị …". */
const subjectOf = (text: string, mentions: readonly Mention[]): Mention[] => {
  const folded = flat(text)
  const [first, ...more] = mentions
  if (!first || !opening.test(folded.slice(0, first.start))) return []
  const subject = [first]
  for (const mention of more) {
    if (!joining.test(folded.slice(subject.at(-1)?.end, mention.start))) break
    subject.push(mention)
  }
  return subject
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)

const jobsOf = (clause: Clause, from: number): string[] => {
  const first = clause.text.slice(from)
  const skipped = duty.exec(flat(first))?.[0].length ?? 0
  return [...first.slice(skipped).split(';'), ...clause.details].map(bare).filter((job) => job.length > 3)
}

type Organised = { activity: ReadActivity; tasks: ReadTask[] }

/** A clause of part IV: who it begins with leads, and each of its jobs is a task of theirs. */
export const organisedOf = (clause: Clause, units: readonly ReadUnit[], year: number | null): Organised => {
  const text = [clause.text, ...clause.details].join('\n')
  const mentions = mentionsIn(text, units)
  const subject = subjectOf(clause.text, mentions)
  const said = partsIn(text, mentions)
  const parts = mentions.map((mention, at) => (subject.includes(mention) ? 'lead' : said[at] === 'support' ? 'support' : null))
  const activity: ReadActivity = { clause: clause.clause, kind: 'organisation', ...titled(clause), ...named(text, mentions, parts) }
  const sure = subject.filter(({ unclear }) => !unclear).flatMap(({ ids }) => ids)
  const unclear = subject.filter((mention) => mention.unclear).map(({ start, end }) => text.slice(start, end))
  const tasks = jobsOf(clause, subject.at(-1)?.end ?? 0).map((job): ReadTask => {
    const title = shortened(capital(job), 200)
    const instructions = title.length === job.length ? '' : capital(job)
    return { clause: clause.clause, title, instructions, unitIds: [...new Set(sure)], unclear, dueOn: deadlineIn(job, year) }
  })
  return { activity, tasks }
}

const reportTo = /gui\s+(?:ve\s+)?(.{3,150}?)(?=\s*,?\s+(?:truoc|cham nhat|muon nhat|de|theo|trong|qua)\s|[.;,]|$)/

/** To whom and until when the department reports, where a job says both. */
export const reportIn = (jobs: readonly string[], year: number | null): { recipientName: string; reportDueOn: string } | null => {
  for (const job of jobs) {
    const folded = flat(job)
    const at = folded.search(/bao cao/)
    const match = at < 0 ? null : reportTo.exec(folded.slice(at))
    const reportDueOn = deadlineIn(job, year)
    if (!match?.[1] || !reportDueOn) continue
    const start = at + match.index + match[0].indexOf(match[1])
    return { recipientName: job.slice(start, start + match[1].length), reportDueOn }
  }
  return null
}
