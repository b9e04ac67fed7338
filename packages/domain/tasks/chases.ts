import { type TaskStatus, waitsForUnit } from './transitions.ts'

/** Leadership is told once, when the office has chased an open task as often as the agency has set. */
export const escalates = (
  { status, escalatedAt, chases }: { status: TaskStatus; escalatedAt: Date | null; chases: number },
  escalateAfter: number,
): boolean => waitsForUnit(status) && escalatedAt === null && chases >= escalateAfter
