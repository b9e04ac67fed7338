import { pieceRoles } from '@chung-tay/domain/campaigns/plan-reader/paper'
import { z } from 'zod'
import { activities, activityKind, unitPart } from './activities.ts'
import { campaigns, plan } from './campaigns.ts'
import { day, id, line, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'

/** A paragraph, or a part of one. `role` null: nobody knows what it says; `clause` where it went to an activity. */
export const planPiece = z.object({
  paragraph: z.int(),
  label: z.string(),
  text: z.string(),
  role: z.enum(pieceRoles).nullable(),
  clause: z.string().nullable(),
})

/** What the paper says, in its own words; empty or null where it says nothing. `unclear`: words for a unit that is none or several. */
export const planProposal = z.object({
  letterhead: z.object({ parent: z.string(), agency: z.string(), number: z.string(), place: z.string(), issuedOn: day.nullable() }),
  year: z.int().nullable(),
  schoolYear: z.string(),
  title: z.string(),
  theme: z.string(),
  preface: z.string(),
  legalBases: z.array(z.object({ kind: z.string(), number: z.string(), issuedOn: day.nullable(), issuer: z.string(), subject: z.string() })),
  purpose: z.string(),
  requirements: z.string(),
  activities: z.array(
    z.object({
      clause: z.string(),
      kind: activityKind.nullable(),
      title: z.string(),
      description: z.string(),
      units: z.array(z.object({ unitId: id, part: unitPart })),
      unclear: z.array(z.string()),
    }),
  ),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  reportDueOn: day.nullable(),
  recipientName: z.string(),
  tasks: z.array(
    z.object({
      clause: z.string(),
      title: z.string(),
      instructions: z.string(),
      unitIds: z.array(id),
      unclear: z.array(z.string()),
      dueOn: day.nullable(),
    }),
  ),
  recipients: z.array(z.string()),
  signer: z.object({ title: z.string(), name: z.string() }),
})

const plannedTask = z.object({
  clause: z.string(),
  title: line(),
  instructions: paragraph(),
  unitIds: z.array(id).min(1).max(50),
  dueOn: day,
})

const confirmed = campaigns.create.body
  .safeExtend({ fileId: id, activities: z.array(activities.create.body).max(100), tasks: z.array(plannedTask).max(200) })
  .superRefine(({ activities: clauses, tasks }, context) => {
    const known = clauses.map(({ clause }) => clause)
    for (const [at, clause] of known.entries())
      if (known.indexOf(clause) !== at) context.addIssue({ code: 'custom', path: ['activities', at, 'clause'], params: { code: 'duplicate' } })
    const given = new Set<string>()
    for (const [at, { clause, title, unitIds }] of tasks.entries()) {
      if (!known.includes(clause)) context.addIssue({ code: 'custom', path: ['tasks', at, 'clause'], params: { code: 'unknown_clause' } })
      const keys = [...new Set(unitIds)].map((unitId) => `${clause} ${unitId} ${title}`)
      if (keys.some((key) => given.has(key))) context.addIssue({ code: 'custom', path: ['tasks', at, 'title'], params: { code: 'duplicate' } })
      for (const key of keys) given.add(key)
    }
  })

export const planImports = {
  check: defineContract({
    operationId: 'checkPlanImport',
    method: 'GET',
    path: '/campaigns/import',
    summary: 'What an uploaded Word file says of a plan, paragraph by paragraph; changes nothing',
    permission: 'create Campaign',
    query: z.object({ fileId: id }),
    response: z.object({ fileName: z.string(), pieces: z.array(planPiece), proposal: planProposal, yearTaken: z.boolean() }),
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  run: defineContract({
    operationId: 'importPlan',
    method: 'POST',
    path: '/campaigns/import',
    summary: 'Begin the plan of a year with what a person has confirmed of an uploaded Word file, which is kept with it',
    permission: 'create Campaign',
    body: confirmed,
    response: plan,
    errors: ['DUPLICATE', 'UNIT_CLOSED', 'FILE_NOT_YOURS'],
  }),
}
export type PlanImportCheck = z.output<typeof planImports.check.response>
