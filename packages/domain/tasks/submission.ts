import { type EvidenceAsked, type EvidenceFound, missingEvidence } from './evidence.ts'

/** What a unit may be asked to count; `cost` in whole đồng. */
export const taskFigures = ['reach', 'sessions', 'participants', 'children', 'cost'] as const
export type TaskFigure = (typeof taskFigures)[number]
export type Figures = Record<TaskFigure, number | null>

/** A line of the checklist, or with a person the part of an employee. */
export type Step = { title: string; assigneeId: string | null; done: boolean }

export type Submission = {
  evidenceAsked: readonly EvidenceAsked[]
  figuresAsked: readonly TaskFigure[]
  figures: Figures
  mediaTypes: readonly string[]
  steps: readonly Step[]
}

export type Missing = {
  evidence: EvidenceFound[]
  /** Nothing in particular was asked for, and nothing hangs there. */
  anyFile: boolean
  figures: TaskFigure[]
  /** Parts of employees that are not done: they hold the report up. */
  parts: Step[]
  /** Lines of the checklist that are not ticked: the person is told, and may go on. */
  lines: Step[]
}

/** Zero is a figure; only what nobody typed is missing. */
export const missingFigures = ({ figuresAsked, figures }: Pick<Submission, 'figuresAsked' | 'figures'>): TaskFigure[] =>
  taskFigures.filter((figure) => figuresAsked.includes(figure) && figures[figure] === null)

export const missingOf = (submission: Submission): Missing => {
  const { evidenceAsked, mediaTypes, steps } = submission
  const open = steps.filter(({ done }) => !done)
  return {
    evidence: missingEvidence(evidenceAsked, mediaTypes),
    anyFile: evidenceAsked.length === 0 && mediaTypes.length === 0,
    figures: missingFigures(submission),
    parts: open.filter(({ assigneeId }) => assigneeId !== null),
    lines: open.filter(({ assigneeId }) => assigneeId === null),
  }
}

/** Whether the report may go to the office; open lines of the checklist do not stop it. */
export const isComplete = ({ evidence, anyFile, figures, parts }: Missing): boolean =>
  !anyFile && evidence.length + figures.length + parts.length === 0
