import { consentPurposes } from '@chung-tay/domain/children/consent'
import { likenessReasons } from '@chung-tay/domain/children/duplicates'
import { relations } from '@chung-tay/domain/children/guardians'
import { z } from 'zod'
import { day, id, line, paragraph, queryFlag, queryInt, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const sex = z.enum(['female', 'male'])
export const schoolLevel = z.enum(['preschool', 'primary', 'lowerSecondary', 'upperSecondary'])
export const relation = z.enum(relations)

export const guardian = z.object({
  employeeId: id,
  name: z.string(),
  relation,
  unitId: id,
  unitName: z.string(),
  active: z.boolean(),
})

/**
 * A unit head sees name, year of birth and the guardians of the own unit; everything else is null then and `full` is false.
 * `unitName` is the unit under which the child is called.
 */
export const child = z.object({
  id,
  name: z.string(),
  birthYear: z.int(),
  birthDate: day.nullable(),
  sex: sex.nullable(),
  schoolLevel: schoolLevel.nullable(),
  school: z.string().nullable(),
  className: z.string().nullable(),
  circumstances: z.string().nullable(),
  guardians: z.array(guardian),
  unitName: z.string().nullable(),
  full: z.boolean(),
  active: z.boolean(),
  version: z.int(),
})
export type ChildRecord = z.output<typeof child>

const likeness = z.object({ score: z.int(), reasons: z.array(z.enum(likenessReasons)) })

/** `notSameAs` names children that a person has looked at and found to be others. */
const childBody = z.object({
  name: line(100),
  birthDate: day,
  sex,
  schoolLevel: schoolLevel.nullable(),
  school: paragraph(200),
  className: paragraph(50),
  circumstances: paragraph(1000),
  guardians: z
    .array(z.object({ employeeId: id, relation }))
    .min(1)
    .max(10),
  notSameAs: z.array(id).max(50),
})

export const consentPurpose = z.enum(consentPurposes)

export const consent = z.object({
  id,
  childId: id,
  purpose: consentPurpose,
  method: z.enum(['paper', 'account']),
  givenByName: z.string(),
  relation,
  childAgreed: z.boolean(),
  givenOn: day,
  withdrawnOn: day.nullable(),
  withdrawReason: z.string().nullable(),
  files: z.array(file),
  version: z.int(),
})
export type ConsentRecord = z.output<typeof consent>

/** Nothing is ticked beforehand: the form sends the purpose only once somebody has chosen it. */
export const paperConsent = z.object({
  method: z.literal('paper'),
  purpose: consentPurpose,
  givenByName: line(100),
  relation,
  givenOn: day,
  childAgreed: z.boolean(),
  fileIds,
})
export const accountConsent = z.object({ method: z.literal('account'), purpose: consentPurpose, childAgreed: z.boolean() })

const byId = z.object({ id })

export const children = {
  list: defineContract({
    operationId: 'listChildren',
    method: 'GET',
    path: '/children',
    summary: 'Children within one’s scope by given name; `under16In` keeps those under 16 on 1 June of that year',
    permission: 'read Child',
    query: pageQuery.extend({
      unitId: id.optional(),
      under16In: queryInt.min(2000).max(2100).optional(),
      sex: sex.optional(),
      schoolLevel: schoolLevel.optional(),
      active: queryFlag.optional(),
      mine: queryFlag.optional(),
      sort: sortOf('name', 'birthDate').default('name'),
    }),
    response: pageOf(child),
  }),
  duplicates: defineContract({
    operationId: 'findDuplicateChildren',
    method: 'GET',
    path: '/children/duplicates',
    summary: 'Children who may be the one being entered, the likeliest first; `exceptId` leaves out the child itself',
    permission: 'create Child',
    query: z.object({
      name: line(100),
      birthDate: day,
      guardianIds: z
        .string()
        .max(400)
        .transform((text) => text.split(','))
        .pipe(z.array(id).max(10))
        .optional(),
      exceptId: id.optional(),
    }),
    response: z.object({ items: z.array(likeness.extend({ child })) }),
  }),
  duplicatePairs: defineContract({
    operationId: 'listDuplicateChildren',
    method: 'GET',
    path: '/children/duplicate-pairs',
    summary: 'Pairs among all children that may be one child, the likeliest first, without those found to be two',
    permission: 'update Child',
    response: z.object({ items: z.array(likeness.extend({ first: child, second: child })) }),
  }),
  create: defineContract({
    operationId: 'createChild',
    method: 'POST',
    path: '/children',
    summary: 'Enter a child with one or two guardians; a parent enters own children only',
    permission: 'create Child',
    body: childBody,
    response: child,
    errors: ['TOO_MANY_GUARDIANS'],
  }),
  get: defineContract({
    operationId: 'getChild',
    method: 'GET',
    path: '/children/:id',
    summary: 'One child, as much as one may see',
    permission: 'read Child',
    params: byId,
    response: child,
  }),
  update: defineContract({
    operationId: 'updateChild',
    method: 'PUT',
    path: '/children/:id',
    summary: 'Change a child and its guardians; a parent stays a guardian',
    permission: 'update Child',
    params: byId,
    body: childBody.extend({ active: z.boolean() }),
    response: child,
    versioned: true,
    errors: ['TOO_MANY_GUARDIANS'],
  }),
  different: defineContract({
    operationId: 'markChildrenDifferent',
    method: 'POST',
    path: '/children/:id/different',
    summary: 'Remember that two children who look alike are two',
    permission: 'update Child',
    params: byId,
    body: z.object({ otherId: id }),
    response: child,
    status: 200,
    versioned: true,
  }),
  consents: defineContract({
    operationId: 'listConsents',
    method: 'GET',
    path: '/children/:id/consents',
    summary: 'What the child’s data may be used for, withdrawn consents included, the latest first',
    permission: 'read Consent',
    params: byId,
    response: z.object({ items: z.array(consent) }),
  }),
  giveConsent: defineContract({
    operationId: 'giveConsent',
    method: 'POST',
    path: '/children/:id/consents',
    summary: 'Record a consent for one purpose: on paper with its scan, or by the parent’s own account',
    permission: 'create Consent',
    params: byId,
    body: z.discriminatedUnion('method', [paperConsent, accountConsent]),
    response: consent,
    errors: ['EVIDENCE_REQUIRED', 'CHILD_AGREEMENT_REQUIRED', 'DUPLICATE', 'FILE_NOT_YOURS'],
  }),
  withdrawConsent: defineContract({
    operationId: 'withdrawConsent',
    method: 'POST',
    path: '/consents/:id/withdraw',
    summary: 'Withdraw a consent: the use stops from today on',
    permission: 'update Consent',
    params: byId,
    body: z.object({ reason }),
    response: consent,
    status: 200,
    versioned: true,
    errors: ['CONFLICT'],
  }),
  copyPdf: defineContract({
    operationId: 'getChildCopyPdf',
    method: 'GET',
    path: '/children/:id/copy.pdf',
    summary: 'All that is kept of a child, for its parents to read; made on the spot and not stored',
    permission: 'read Consent',
    params: byId,
    response: z.any(),
    file: ['application/pdf'],
  }),
  copyDocx: defineContract({
    operationId: 'getChildCopy',
    method: 'GET',
    path: '/children/:id/copy.docx',
    summary: 'The same as a Word file',
    permission: 'read Consent',
    params: byId,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  copyData: defineContract({
    operationId: 'getChildCopyData',
    method: 'GET',
    path: '/children/:id/copy.json',
    summary: 'The same for a machine, each record as it is kept',
    permission: 'read Consent',
    params: byId,
    response: z.any(),
    file: ['application/json'],
  }),
}
