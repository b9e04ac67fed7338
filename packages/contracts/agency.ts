import { unitKinds } from '@chung-tay/domain/agency/unit'
import { holidayNames } from '@chung-tay/domain/calendar/working-days'
import { z } from 'zod'
import { count, day, id, line, paragraph, queryFlag, queryInt, year } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const unitKind = z.enum(unitKinds)

const letterhead = z.object({
  name: line(),
  parentName: line(),
  place: line(100),
  address: paragraph(300),
  symbol: line(30),
  leaderTitle: line(50),
  leaderName: line(),
})

/** From which day the new words hold; null corrects the words of today, and no former ones are kept. */
const validFrom = day.nullable().default(null)

/** `former` are the words that stood until a day, the latest first. */
export const agencyRecord = letterhead.extend({
  sampleDay: day.nullable(),
  /** Chases of one task after which leadership is told. */
  escalateAfter: z.int(),
  /** Years whose money anybody may see, the latest first. */
  publicYears: z.array(z.int()),
  former: z.array(letterhead.extend({ until: day })),
  version: z.int(),
})
export type AgencyRecord = z.output<typeof agencyRecord>

/** `holiday` by law, `instead` when it is the day off for one on a weekend; `note` is why the agency has set it, null when it has not. */
const workingDay = z.object({
  ...{ day, working: z.boolean(), note: z.string().nullable() },
  holiday: z.enum(holidayNames).nullable(),
  instead: z.boolean(),
})
export type WorkingDay = z.output<typeof workingDay>
const workingDays = z.object({ items: z.array(workingDay) })

export const agency = {
  get: defineContract({
    operationId: 'getAgency',
    method: 'GET',
    path: '/agency',
    summary: 'The department: what stands in the head and foot of every document',
    permission: 'read Agency',
    response: agencyRecord,
  }),
  update: defineContract({
    operationId: 'updateAgency',
    method: 'PUT',
    path: '/agency',
    summary: 'Change the letterhead, from a day on: papers of the time before keep the words of their time',
    permission: 'update Agency',
    body: letterhead.extend({ validFrom }),
    response: agencyRecord,
    versioned: true,
    errors: ['VALID_FROM_REFUSED'],
  }),
  setEscalation: defineContract({
    operationId: 'setEscalation',
    method: 'PUT',
    path: '/agency/escalation',
    summary: 'Set after how many chases of one task leadership is told',
    permission: 'update Agency',
    body: z.object({ escalateAfter: z.int().min(1).max(20) }),
    response: agencyRecord,
    versioned: true,
  }),
  setPublicYears: defineContract({
    operationId: 'setPublicYears',
    method: 'PUT',
    path: '/agency/public-years',
    summary: 'Choose the years whose money everybody may see; a year not named is shown to nobody',
    permission: 'update Agency',
    body: z.object({ years: z.array(year).max(101) }),
    response: agencyRecord,
    versioned: true,
    errors: ['CAMPAIGN_NOT_APPROVED'],
  }),
  workingDays: defineContract({
    operationId: 'listWorkingDays',
    method: 'GET',
    path: '/agency/working-days',
    summary: 'The holidays of a year with the days off for them, and the days that the agency has set, by day',
    permission: 'read Agency',
    query: z.object({ year: queryInt.min(2000).max(2100) }),
    response: workingDays,
  }),
  setWorkingDay: defineContract({
    operationId: 'setWorkingDay',
    method: 'PUT',
    path: '/agency/working-days',
    summary: 'Say that a day is off, or worked instead, whatever the calendar says; answers the days of its year',
    permission: 'update Agency',
    body: z.object({ day, working: z.boolean(), note: line(200) }),
    response: workingDays,
  }),
  clearWorkingDay: defineContract({
    operationId: 'clearWorkingDay',
    method: 'DELETE',
    path: '/agency/working-days/:day',
    summary: 'Leave a day to the calendar again; answers the days of its year',
    permission: 'update Agency',
    params: z.object({ day }),
    response: workingDays,
    status: 200,
  }),
}

export const unit = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  kind: unitKind,
  headId: id.nullable(),
  headName: z.string().nullable(),
  sortOrder: z.int(),
  active: z.boolean(),
  /** People who work there now. */
  employeeCount: z.int(),
  /** What it was called until a day, the latest first. */
  former: z.array(z.object({ until: day, name: z.string(), shortName: z.string(), kind: unitKind })),
  version: z.int(),
})
export type UnitRecord = z.output<typeof unit>

const newUnit = z.object({ name: line(), shortName: line(60), kind: unitKind, sortOrder: count })

export const units = {
  list: defineContract({
    operationId: 'listUnits',
    method: 'GET',
    path: '/units',
    summary: 'Units in the order of the department',
    permission: 'read Unit',
    query: pageQuery.extend({ kind: unitKind.optional(), active: queryFlag.optional(), sort: sortOf('order', 'name').default('order') }),
    response: pageOf(unit),
  }),
  get: defineContract({
    operationId: 'getUnit',
    method: 'GET',
    path: '/units/:id',
    summary: 'One unit',
    permission: 'read Unit',
    params: z.object({ id }),
    response: unit,
  }),
  create: defineContract({
    operationId: 'createUnit',
    method: 'POST',
    path: '/units',
    summary: 'Add a unit; its head is named once it has people',
    permission: 'create Unit',
    body: newUnit,
    response: unit,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateUnit',
    method: 'PUT',
    path: '/units/:id',
    summary: 'Change a unit or its head, who must be one of its people; a unit with people cannot be closed; a new name holds from a day on',
    permission: 'update Unit',
    params: z.object({ id }),
    body: newUnit.extend({ headId: id.nullable(), active: z.boolean(), validFrom }),
    response: unit,
    versioned: true,
    errors: ['DUPLICATE', 'HEAD_OUTSIDE_UNIT', 'IN_USE', 'VALID_FROM_REFUSED'],
  }),
}
