import { describe, expect, test } from 'vitest'
import { advanceReport, checkSending, type ReportAction, type ReportStatus, reportDaysLate } from './report-status.ts'

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
  ['signed', 'send', 'signed'],
  ['signed', 'correct', 'signed'],
  ['draft', 'send', 'TRANSITION_NOT_ALLOWED'],
  ['submitted', 'correct', 'TRANSITION_NOT_ALLOWED'],
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

test.each([
  ['2021-07-05', '2021-07-05', 0],
  ['2021-07-05', '2021-07-08', 3],
  ['2021-07-05', null, 5],
])('due %s, sent %s: %i days late', (dueOn, sentOn, days) => {
  expect(reportDaysLate(dueOn, sentOn, '2021-07-10')).toBe(days)
})

test.each([
  [{ number: '25', issuedOn: '2021-07-02' }, '2021-07-02', undefined],
  [{ number: '25', issuedOn: '2021-07-02' }, '2021-07-05', undefined],
  [{ number: '25', issuedOn: '2021-07-02' }, '2021-07-06', 'SENT_DAY_REFUSED'],
  [{ number: '25', issuedOn: '2021-07-02' }, '2021-07-01', 'SENT_DAY_REFUSED'],
  [{ number: null, issuedOn: null }, '2021-07-05', 'REPORT_NOT_ISSUED'],
])('%j leaves on %s: %s', (report, sentOn, code) => {
  const send = () => checkSending(report, sentOn, '2021-07-05')
  if (code === undefined) expect(send).not.toThrow()
  else expect(send).toThrow(code)
})
