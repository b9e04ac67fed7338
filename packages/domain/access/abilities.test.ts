import { describe, expect, test } from 'vitest'
import { type Action, abilityFor, type Subject } from './abilities.ts'
import type { Actor, Role } from './actor.ts'

const actor = (...roles: Role[]): Actor => ({
  userId: 'u',
  name: 'N',
  roles,
  employeeId: 'e',
  unitId: 'a',
  headedUnitIds: roles.includes('unitHead') ? ['a'] : [],
})

const table: [Role, Action, Subject, boolean][] = [
  ['leadership', 'approve', 'Campaign', true],
  ['leadership', 'sign', 'Report', true],
  ['leadership', 'read', 'Child', false],
  ['leadership', 'void', 'Donation', false],
  ['office', 'assign', 'Task', true],
  ['office', 'create', 'Donation', false],
  ['office', 'answer', 'DataRequest', true],
  ['union', 'answer', 'DataRequest', false],
  ['union', 'void', 'Child', true],
  ['employee', 'void', 'Child', false],
  ['leadership', 'read', 'DataRequest', false],
  ['union', 'merge', 'Child', true],
  ['office', 'merge', 'Child', false],
  ['office', 'sign', 'Report', false],
  ['office', 'void', 'Donation', false],
  ['union', 'void', 'Donation', true],
  ['union', 'update', 'Campaign', false],
  ['union', 'create', 'HandOut', true],
  ['union', 'void', 'HandOut', true],
  ['leadership', 'void', 'HandOut', true],
  ['office', 'void', 'HandOut', false],
  ['communications', 'create', 'Publication', true],
  ['communications', 'read', 'Child', false],
  ['communications', 'read', 'Donation', false],
  ['unitHead', 'acknowledge', 'Task', true],
  ['unitHead', 'read', 'Donation', false],
  ['unitHead', 'read', 'Pledge', false],
  ['employee', 'create', 'Pledge', true],
  ['leadership', 'create', 'Pledge', false],
  ['unitHead', 'accept', 'Task', false],
  ['office', 'chase', 'Task', true],
  ['unitHead', 'chase', 'Task', false],
  ['unitHead', 'answer', 'TaskChase', true],
  ['unitHead', 'submit', 'FigureConfirmation', true],
  ['unitHead', 'update', 'FigureConfirmation', false],
  ['office', 'update', 'FigureConfirmation', true],
  ['office', 'submit', 'FigureConfirmation', false],
  ['employee', 'read', 'FigureConfirmation', false],
  ['employee', 'create', 'Nomination', true],
  ['employee', 'read', 'GiftListLine', false],
  ['union', 'create', 'BankStatement', true],
  ['union', 'update', 'BankLine', true],
  ['office', 'read', 'BankLine', true],
  ['office', 'update', 'BankLine', false],
  ['unitHead', 'read', 'BankLine', false],
  ['employee', 'read', 'BankLine', false],
  ['auditor', 'read', 'JournalEntry', true],
  ['auditor', 'create', 'Donation', false],
  ['administrator', 'read', 'Child', false],
  ['administrator', 'read', 'Donation', false],
  ['administrator', 'update', 'User', true],
]

describe('abilities by role', () => {
  test.each(table)('%s · %s %s → %s', (role, action, subject, expected) => {
    expect(abilityFor(actor(role)).can(action, subject)).toBe(expected)
  })

  test('an auditor never writes', () => {
    const written = abilityFor({ ...actor('auditor'), employeeId: null }).rules.filter(
      (rule) => rule.subject !== 'File' && rule.subject !== 'Notification',
    )
    expect(written.flatMap((rule) => rule.action).every((action) => action === 'read')).toBe(true)
  })

  test('scope is part of the rule: own unit, own children', () => {
    const head = abilityFor(actor('unitHead'))
    expect(head.can('acknowledge', { __caslSubjectType__: 'Task', unitId: 'a' })).toBe(true)
    expect(head.can('acknowledge', { __caslSubjectType__: 'Task', unitId: 'b' })).toBe(false)
    const part = { __caslSubjectType__: 'Task' as const, unitId: 'b', steps: [{ assigneeId: 'e' }] }
    expect(abilityFor(actor('employee')).can('read', part)).toBe(true)
    expect(abilityFor(actor('employee')).can('read', { ...part, steps: [{ assigneeId: 'x' }] })).toBe(false)
    expect(abilityFor(actor('employee')).can('report', part)).toBe(false)
    const parent = abilityFor(actor('employee'))
    expect(parent.can('read', { __caslSubjectType__: 'Child', guardians: [{ employeeId: 'e' }] })).toBe(true)
    expect(parent.can('read', { __caslSubjectType__: 'Child', guardians: [{ employeeId: 'x' }] })).toBe(false)
  })
})
