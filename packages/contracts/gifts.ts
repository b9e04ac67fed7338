import { leftOutReasons } from '@chung-tay/domain/gifts/entitlement'
import { z } from 'zod'
import { schoolLevel, sex } from './children.ts'
import { count, day, id, instant, line, money, queryFlag, queryInt, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

const byId = z.object({ id })
const byCampaign = z.object({ campaignId: id })

export const giftListStatus = z.enum(['draft', 'submitted', 'approved', 'closed'])
export const supplementStatus = z.enum(['draft', 'submitted', 'approved'])

const ruleFields = {
  underAge: z.int().min(1).max(18),
  minAge: z.int().min(0).max(17),
  asOf: day,
  employedOn: day.nullable(),
  unitIds: z.array(id).max(200),
  specialOnly: z.boolean(),
  sex: sex.nullable(),
  schoolLevels: z.array(schoolLevel).max(4),
}

/** `entitled` counts the lines that stand, `added` those of them put on by hand, `pending` who waits in a supplement; `unitNames` are the rule’s. */
export const giftList = z.object({
  id,
  campaignId: id,
  year: z.int(),
  name: z.string(),
  giftKindId: id,
  giftKindName: z.string(),
  measure: z.string(),
  unitValue: money,
  stockOnHand: count,
  ...ruleFields,
  unitNames: z.array(z.string()),
  fundId: id.nullable(),
  fundName: z.string().nullable(),
  status: giftListStatus,
  returnReason: z.string().nullable(),
  generatedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  entitled: count,
  excluded: count,
  added: count,
  pending: count,
  handedOut: count,
  version: z.int(),
})
export type GiftListRecord = z.output<typeof giftList>

/** What is not said is no condition. */
const listFields = {
  name: line(),
  giftKindId: id,
  fundId: id.nullable().default(null),
  ...ruleFields,
  minAge: ruleFields.minAge.default(0),
  employedOn: ruleFields.employedOn.default(null),
  unitIds: ruleFields.unitIds.default([]),
  specialOnly: ruleFields.specialOnly.default(false),
  sex: ruleFields.sex.default(null),
  schoolLevels: ruleFields.schoolLevels.default([]),
}

const isBand = ({ minAge, underAge }: { minAge: number; underAge: number }) => minAge < underAge
const band = { path: ['minAge'], params: { code: 'age_band_empty' } }
const listBody = z.object(listFields).refine(isBand, band)
const newListBody = z.object({ ...listFields, underAge: ruleFields.underAge.default(16), asOf: day.optional() }).refine(isBand, band)

const idsInQuery = z
  .string()
  .max(8000)
  .transform((text) => text.split(',').filter((one) => one !== ''))
  .pipe(z.array(id))

export const leftOutReason = z.enum(leftOutReasons)

/** `onHand` of the `wanted` gifts are there, `assembled` more can be put together from components, `toBuy` cost `cost`, for which the fund has `held` free; `short` is what it lacks, all in whole đồng. */
export const budget = z.object({
  wanted: count,
  onHand: count,
  assembled: count,
  toBuy: count,
  cost: sumOfMoney,
  held: sumOfMoney,
  short: sumOfMoney,
})
export type BudgetRecord = z.output<typeof budget>

export const listErrors = ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'] as const

export const giftLists = {
  list: defineContract({
    operationId: 'listGiftLists',
    method: 'GET',
    path: '/campaigns/:campaignId/gift-lists',
    summary: 'Gift lists of a campaign with what is entitled and given',
    permission: 'read GiftList',
    params: byCampaign,
    query: pageQuery.extend({ status: giftListStatus.optional(), sort: sortOf('createdAt', 'name').default('-createdAt') }),
    response: pageOf(giftList),
  }),
  create: defineContract({
    operationId: 'createGiftList',
    method: 'POST',
    path: '/campaigns/:campaignId/gift-lists',
    summary: 'Begin a gift list: one kind of gift for children under an age, 16 on 1 June of the campaign’s year unless said otherwise',
    permission: 'create GiftList',
    params: byCampaign,
    body: newListBody,
    response: giftList,
    errors: ['CAMPAIGN_CLOSED', 'DUPLICATE'],
  }),
  get: defineContract({
    operationId: 'getGiftList',
    method: 'GET',
    path: '/gift-lists/:id',
    summary: 'One gift list',
    permission: 'read GiftList',
    params: byId,
    response: giftList,
  }),
  update: defineContract({
    operationId: 'updateGiftList',
    method: 'PUT',
    path: '/gift-lists/:id',
    summary: 'Change a draft’s name, gift, fund or rule; another gift or rule has to be generated anew',
    permission: 'update GiftList',
    params: byId,
    body: listBody,
    response: giftList,
    versioned: true,
    errors: [...listErrors, 'DUPLICATE'],
  }),
  generate: defineContract({
    operationId: 'generateGiftList',
    method: 'POST',
    path: '/gift-lists/:id/generate',
    summary: 'Find the children by the list’s rule; what was excluded by hand stays excluded',
    permission: 'update GiftList',
    params: byId,
    response: z.object({ list: giftList, added: count, removed: count, leftOut: count }),
    status: 200,
    versioned: true,
    errors: listErrors,
  }),
  leftOut: defineContract({
    operationId: 'listChildrenLeftOut',
    method: 'GET',
    path: '/gift-lists/:id/left-out',
    summary: 'Children whom the list’s rule leaves out today, and why; without a reason those who belong but came after the list was made',
    permission: 'update GiftList',
    params: byId,
    response: z.object({
      items: z.array(
        z.object({
          childId: id,
          childName: z.string(),
          birthYear: z.int(),
          age: z.int().nullable(),
          unitName: z.string().nullable(),
          reasons: z.array(leftOutReason),
        }),
      ),
    }),
  }),
  preview: defineContract({
    operationId: 'previewGiftRule',
    method: 'GET',
    path: '/campaigns/:campaignId/gift-rule-preview',
    summary:
      'How many children a rule would find today and how many it leaves out for what; `of` is the list that asks, lists of ids are comma-separated',
    permission: 'create GiftList',
    params: byCampaign,
    query: z.object({
      of: id.optional(),
      giftKindId: id.optional(),
      asOf: day.optional(),
      underAge: queryInt.pipe(ruleFields.underAge).optional(),
      minAge: queryInt.pipe(ruleFields.minAge).optional(),
      employedOn: day.optional(),
      unitIds: idsInQuery.optional(),
      specialOnly: queryFlag.optional(),
      sex: sex.optional(),
      schoolLevels: z
        .string()
        .transform((text) => text.split(',').filter((one) => one !== ''))
        .pipe(z.array(schoolLevel))
        .optional(),
    }),
    response: z.object({ entitled: count, leftOut: count, byReason: z.array(z.object({ reason: leftOutReason, children: count })) }),
  }),
  submit: defineContract({
    operationId: 'submitGiftList',
    method: 'POST',
    path: '/gift-lists/:id/submit',
    summary: 'Send a generated list to the leadership',
    permission: 'submit GiftList',
    params: byId,
    response: giftList,
    status: 200,
    versioned: true,
    errors: [...listErrors, 'LIST_EMPTY', 'FUND_REQUIRED', 'BUDGET_SHORT', 'CONSENT_MISSING'],
  }),
  approve: defineContract({
    operationId: 'approveGiftList',
    method: 'POST',
    path: '/gift-lists/:id/approve',
    summary: 'Approve a list: it is frozen and hand-outs may begin',
    permission: 'approve GiftList',
    params: byId,
    response: giftList,
    status: 200,
    versioned: true,
    errors: [...listErrors, 'FUND_REQUIRED', 'BUDGET_SHORT', 'CONSENT_MISSING'],
  }),
  return: defineContract({
    operationId: 'returnGiftList',
    method: 'POST',
    path: '/gift-lists/:id/return',
    summary: 'Send a list back to its draft with a reason',
    permission: 'approve GiftList',
    params: byId,
    body: z.object({ reason }),
    response: giftList,
    status: 200,
    versioned: true,
    errors: listErrors,
  }),
  close: defineContract({
    operationId: 'closeGiftList',
    method: 'POST',
    path: '/gift-lists/:id/close',
    summary: 'End the hand-outs of a list',
    permission: 'update GiftList',
    params: byId,
    response: giftList,
    status: 200,
    versioned: true,
    errors: listErrors,
  }),
  budget: defineContract({
    operationId: 'getGiftListBudget',
    method: 'GET',
    path: '/gift-lists/:id/budget',
    summary: 'What the list still needs beside stock and money promised to lists approved before it; null while it has no fund',
    permission: 'read GiftList',
    params: byId,
    response: z.object({ budget: budget.nullable() }),
  }),
  signingList: defineContract({
    operationId: 'downloadGiftSigningList',
    method: 'GET',
    path: '/gift-lists/:id/signing-list.docx',
    summary: 'The list to sign on paper, unit by unit, as a Word file',
    permission: 'read GiftList',
    params: byId,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  signingListPdf: defineContract({
    operationId: 'downloadGiftSigningListPdf',
    method: 'GET',
    path: '/gift-lists/:id/signing-list.pdf',
    summary: 'The list to sign on paper, unit by unit, as a PDF',
    permission: 'read GiftList',
    params: byId,
    response: z.any(),
    file: ['application/pdf'],
  }),
}
