import { type Ability, AbilityBuilder } from '@casl/ability'
import { createPrismaAbility } from '@casl/prisma/runtime'
import type { Actor, Role } from './actor.ts'

export const subjects = [
  'Agency',
  'Unit',
  'Employee',
  'User',
  'Campaign',
  'PlanVersion',
  'PlanComment',
  'Activity',
  'Task',
  'TaskStep',
  'TaskChase',
  'Notice',
  'NoticeReader',
  'Publication',
  'Fund',
  'Donor',
  'Pledge',
  'Donation',
  'JournalEntry',
  'Disbursement',
  'BalanceCount',
  'LedgerClosing',
  'OpeningBalance',
  'OpeningStock',
  'BankStatement',
  'BankLine',
  'Child',
  'Consent',
  'DataRequest',
  'GiftKind',
  'StockMovement',
  'StockCount',
  'GiftList',
  'GiftListLine',
  'HandOut',
  'Event',
  'AwardTier',
  'Nomination',
  'AwardDecision',
  'Report',
  'Sender',
  'ReceivedPackage',
  'FigureConfirmation',
  'File',
  'Notification',
  'AuditEntry',
] as const
/** What can be read or acted on: the same names as the tables, so that a rule is a filter too. */
export type Subject = (typeof subjects)[number]

export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'import'
  | 'submit'
  | 'approve'
  | 'assign'
  | 'acknowledge'
  | 'report'
  | 'comment'
  | 'accept'
  | 'chase'
  | 'answer'
  | 'void'
  | 'review'
  | 'sign'
  | 'issue'
  | 'merge'

export type Permission = `${Action} ${Subject}`
type Conditions = Readonly<Record<string, unknown>>
export type AppAbility = Ability<[Action, Subject | (Record<string, unknown> & { __caslSubjectType__?: Subject })], Conditions>

type Grant = (actions: Action | Action[], subject: Subject | Subject[], conditions?: Conditions) => void

/** What the month is made of: everything but the agency, its people and the program's own records. */
const apart: readonly Subject[] = ['Agency', 'Unit', 'Employee', 'User', 'File', 'Notification', 'AuditEntry']
const business: Subject[] = subjects.filter((subject) => !apart.includes(subject))

/** What each role may do, as domain rules; a person with several roles may do the sum of them. */
const grants: Record<Role, (grant: Grant, actor: Actor) => void> = {
  leadership: (grant) => {
    grant(
      'read',
      business.filter((subject) => !['Child', 'Consent', 'DataRequest', 'Donor'].includes(subject)),
    )
    grant('read', ['Employee'])
    grant('approve', ['Campaign', 'GiftList', 'LedgerClosing'])
    grant('void', 'HandOut')
    grant('sign', ['AwardDecision', 'Report'])
    grant('comment', 'Task')
    grant('create', 'PlanComment')
  },
  office: (grant) => {
    grant('read', [...business, 'Employee'])
    grant(['create', 'update'], ['Unit', 'Employee', 'Campaign', 'Activity', 'Report'])
    grant('update', ['Agency', 'FigureConfirmation'])
    grant(['create', 'update'], ['PlanComment', 'Notice', 'Sender'])
    grant('create', 'ReceivedPackage')
    grant('issue', 'NoticeReader')
    grant('import', 'Employee')
    grant('answer', 'DataRequest')
    grant('void', 'Child')
    grant('submit', ['Campaign', 'Report'])
    grant('issue', ['Campaign', 'Report'])
    grant(['create', 'update', 'assign', 'accept', 'comment', 'chase'], 'Task')
    grant(['create', 'update'], 'Event')
  },
  union: (grant) => {
    grant('read', [...business, 'Employee'])
    grant(
      ['create', 'update'],
      [
        'Fund',
        'Donor',
        'Pledge',
        'Child',
        'Consent',
        'GiftKind',
        'StockCount',
        'GiftList',
        'GiftListLine',
        'Event',
        'AwardTier',
        'Nomination',
        'AwardDecision',
      ],
    )
    grant(['create', 'void'], ['Donation', 'Disbursement', 'OpeningBalance', 'OpeningStock'])
    grant('void', 'HandOut')
    grant('create', ['StockMovement', 'HandOut', 'BalanceCount', 'LedgerClosing', 'BankStatement'])
    grant('update', 'BankLine')
    grant('submit', ['GiftList', 'AwardDecision'])
    grant('review', 'Nomination')
    grant(['merge', 'void', 'import'], 'Child')
  },
  communications: (grant) => {
    grant('read', ['Publication', 'Event'])
    grant(['create', 'update'], 'Publication')
  },
  unitHead: (grant, actor) => {
    const ownUnit = { unitId: { in: [...actor.headedUnitIds] } }
    grant(['read', 'acknowledge', 'assign', 'report', 'comment'], 'Task', ownUnit)
    grant(['update', 'report'], 'TaskStep', { task: { is: ownUnit } })
    grant('answer', 'TaskChase', { task: { is: ownUnit } })
    grant('read', 'Employee', ownUnit)
    grant('read', ['Child'], { guardians: { some: { employee: { is: ownUnit } } } })
    grant('read', ['GiftListLine'], ownUnit)
    // Who has read a notice is between the reader and the own head; everybody else sees counts.
    grant(['read', 'review', 'issue'], 'NoticeReader', ownUnit)
    grant('read', ['AwardTier'])
    grant(['read', 'create', 'update'], 'Nomination', ownUnit)
    grant(['read', 'submit'], 'FigureConfirmation', ownUnit)
    grant(['read', 'create', 'update'], 'Event', ownUnit)
  },
  employee: (grant, actor) => {
    if (actor.employeeId === null) return
    const own = { employeeId: actor.employeeId }
    const ownChild = { guardians: { some: own } }
    const given = { assigneeId: actor.employeeId }
    grant(['read', 'report', 'comment', 'acknowledge'], 'Task', given)
    grant(['update', 'report'], 'TaskStep', { task: { is: given } })
    grant('answer', 'TaskChase', { task: { is: given } })
    // A part of a task shows the task that it belongs to.
    grant(['read', 'comment'], 'Task', { steps: { some: given } })
    grant('report', 'TaskStep', given)
    grant('read', 'Employee', { id: actor.employeeId })
    grant('read', 'Donation', { donor: { is: own } })
    grant(['read', 'create', 'update'], 'Pledge', { donor: { is: own } })
    grant(['read', 'create', 'update'], 'Child', ownChild)
    grant(['read', 'create', 'update'], 'Consent', { child: { is: ownChild } })
    // Once the child is erased nobody is its guardian any more: who asked still reads what became of it.
    grant('read', 'DataRequest', { requestedById: actor.userId })
    grant(['read', 'create'], 'DataRequest', { child: { is: ownChild } })
    grant('read', 'AwardTier')
    grant(['read', 'create', 'update'], 'Nomination', { child: { is: ownChild } })
  },
  auditor: (grant) => {
    grant('read', [...business, 'Employee', 'User', 'AuditEntry'])
  },
  administrator: (grant) => {
    grant(['read', 'create', 'update'], 'User')
    grant('read', ['Employee', 'AuditEntry'])
    grant('update', 'Agency')
  },
}

/** Everybody who is signed in sees the agency, the month's plan once it is approved, and what is published. */
const common = (grant: Grant, actor: Actor): void => {
  const approved = { status: { in: ['approved', 'running', 'closed'] } }
  grant('read', ['Agency', 'Unit', 'Fund'])
  grant('read', 'Campaign', approved)
  grant('read', 'Activity', { campaign: { is: approved } })
  grant('read', 'Publication', { status: 'published' })
  grant('read', 'Notice', { publishedAt: { not: null } })
  grant('read', 'Event', { status: { in: ['planned', 'held'] } })
  grant(['read', 'update'], 'Notification', { userId: actor.userId })
  grant(['create', 'read'], 'File', { uploadedById: actor.userId })
}

/** The rules of one person: asked by the API's hook, turned into the filter of every list, and asked by the screen. */
export const abilityFor = (actor: Actor): AppAbility => {
  const { can, build } = new AbilityBuilder<AppAbility>(createPrismaAbility)
  const grant: Grant = (actions, subject, conditions) => {
    can(actions, subject, conditions)
  }
  common(grant, actor)
  for (const role of actor.roles) grants[role](grant, actor)
  return build({ detectSubjectType: (record) => (record as { __caslSubjectType__: Subject }).__caslSubjectType__ })
}

/** Splits `'void Donation'` for the access library. */
export const partsOf = (permission: Permission): [Action, Subject] => permission.split(' ') as [Action, Subject]
