import { describe, expect, test } from 'vitest'
import { advanceReport, type ReportAction, type ReportStatus } from './report-status.ts'

const table: [ReportStatus, ReportAction, ReportStatus | string][] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'submit', 'submitted'],
  ['draft', 'sign', 'TRANSITION_NOT_ALLOWED'],
  ['draft', 'return', 'TRANSITION_NOT_ALLOWED'],
  ['draft', 'issue', 'TRANSITION_NOT_ALLOWED'],
  ['submitted', 'edit', 'TRANSITION_NOT_ALLOWED'],
  ['submitted', 'submit', 'TRANSITION_NOT_ALLOWED'],
  ['submitted', 'return', 'draft'],
  ['submitted', 'sign', 'signed'],
  ['signed', 'edit', 'REPORT_SIGNED'],
  ['signed', 'submit', 'REPORT_SIGNED'],
  ['signed', 'return', 'REPORT_SIGNED'],
  ['signed', 'sign', 'REPORT_SIGNED'],
  ['signed', 'issue', 'signed'],
]

const outcome = (from: ReportStatus, action: ReportAction): string => {
  try {
    return advanceReport(from, action)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('a report', () => {
  test.each(table)('%s · %s → %s', (from, action, expected) => {
    expect(outcome(from, action)).toBe(expected)
  })
})
