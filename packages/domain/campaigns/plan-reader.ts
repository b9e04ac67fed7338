import { readBody } from './plan-reader/body.ts'
import { yearIn } from './plan-reader/days.ts'
import { endingFrom, readEnding } from './plan-reader/ending.ts'
import { readHead } from './plan-reader/head.ts'
import { flat, type PaperParagraph, type PieceRole, type PlanProposal, type ReadPiece, type ReadUnit } from './plan-reader/paper.ts'
import { piecesOf } from './plan-reader/pieces.ts'
import type { Reading } from './plan-reader/reading.ts'
import { activityOf, organisedOf, reportIn } from './plan-reader/work.ts'

const schoolYearIn = (text: string): string => {
  const [, from, to] = /nam hoc\s+(\d{4})\s*[-–]\s*(\d{4})/.exec(flat(text)) ?? []
  return from && to ? `${from}-${to}` : ''
}

/**
 * Reads a plan such as departments write it. Every paragraph is accounted for among the pieces: it went to a field, or its role is null and
 * nobody knows what it says. Fields are made of the paper's own words; what it does not say stays empty.
 */
export const readPlan = (paragraphs: readonly PaperParagraph[], units: readonly ReadUnit[]): { pieces: ReadPiece[]; proposal: PlanProposal } => {
  const pieces = piecesOf(paragraphs)
  const roles = new Map<number, { role: PieceRole; clause: string | null }>()
  const reading: Reading = { pieces, took: (at, role, clause) => roles.set(at, { role, clause: clause ?? null }) }
  const { head, from } = readHead(reading)
  const whole = pieces.map(({ text }) => text).join('\n')
  const year = yearIn(head.title) ?? yearIn(whole)
  const end = endingFrom(reading, from)
  const { content, organisation, ...body } = readBody(reading, from, end, year)
  const ending = readEnding(reading, end)
  const organised = organisation.map((clause) => organisedOf(clause, units, year))
  const report = reportIn(
    organisation.flatMap(({ text, details }) => [...text.split(';'), ...details]),
    year,
  )
  return {
    pieces: pieces.map(({ paragraph, text, marker }, at) => ({
      paragraph,
      label: marker?.label ?? '',
      text,
      role: roles.get(at)?.role ?? null,
      clause: roles.get(at)?.clause ?? null,
    })),
    proposal: {
      ...head,
      ...body,
      theme: head.theme || body.theme,
      year,
      schoolYear: schoolYearIn(whole),
      activities: [...content.map((clause) => activityOf(clause, units)), ...organised.map(({ activity }) => activity)],
      tasks: organised.flatMap(({ tasks }) => tasks),
      reportDueOn: report?.reportDueOn ?? null,
      recipientName: report?.recipientName ?? '',
      ...ending,
    },
  }
}
