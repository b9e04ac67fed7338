import { z } from 'zod'
import { count, day, id, instant, line, queryInt } from './codecs.ts'
import { defineContract } from './contract.ts'
import { figuresPackage, packageContent, packedFigure, publicKey } from './figures-package.ts'
import { pageOf, pageQuery } from './pages.ts'

const text = z.string()
const params = z.object({ id })

/** `fingerprint` is what two people read to each other: 8 groups of 4 characters. */
const signingKey = z.object({ publicKey: text, fingerprint: text, createdAt: instant })

const sender = z.object({ id, name: text, publicKey: text.nullable(), fingerprint: text.nullable(), active: z.boolean(), version: z.int() })
export type SenderRecord = z.output<typeof sender>

const received = z.object({
  id,
  year: z.int(),
  revision: z.int(),
  issuedOn: day,
  reportNumber: text.nullable(),
  receivedAt: instant,
  receivedByName: text,
})

/** A sender of a year with its newest package, null while it is missing. */
const status = z.object({ senderId: id, name: text, package: received.nullable() })
export type SenderStatus = z.output<typeof status>

/** A total over the newest package of each sender. */
const total = packedFigure.extend({ id: text, agencies: count })
export type PackageTotal = z.output<typeof total>

const year = z.object({ year: queryInt.min(2000).max(2100) })
const senderFields = z.object({ name: line(), publicKey: publicKey.nullable(), active: z.boolean() })

export const packages = {
  key: defineContract({
    operationId: 'getSigningKey',
    method: 'GET',
    path: '/agency/signing-key',
    summary: 'The public key by which others know figures of this agency, null until the first package is made',
    permission: 'read Report',
    response: z.object({ key: signingKey.nullable() }),
  }),
  make: defineContract({
    operationId: 'makeFiguresPackage',
    method: 'POST',
    path: '/reports/:id/package',
    summary: 'The figures of a signed and numbered report as a signed package: aggregates only',
    permission: 'issue Report',
    params,
    response: figuresPackage,
    status: 200,
    errors: ['REPORT_NOT_ISSUED', 'TRANSITION_NOT_ALLOWED'],
  }),
  senders: defineContract({
    operationId: 'listSenders',
    method: 'GET',
    path: '/senders',
    summary: 'Agencies that send their figures here',
    permission: 'read Sender',
    response: z.object({ items: z.array(sender) }),
  }),
  addSender: defineContract({
    operationId: 'addSender',
    method: 'POST',
    path: '/senders',
    summary: 'Expect figures of an agency, known by its public key once somebody compared the fingerprint',
    permission: 'create Sender',
    body: senderFields.omit({ active: true }),
    response: sender,
    errors: ['DUPLICATE'],
  }),
  updateSender: defineContract({
    operationId: 'updateSender',
    method: 'PUT',
    path: '/senders/:id',
    summary: 'Change name or key of an agency, or expect it no longer',
    permission: 'update Sender',
    params,
    body: senderFields,
    response: sender,
    versioned: true,
    errors: ['DUPLICATE'],
  }),
  status: defineContract({
    operationId: 'listReceivedPackages',
    method: 'GET',
    path: '/received-packages',
    summary: 'Who has sent the figures of a year and who is missing',
    permission: 'read ReceivedPackage',
    query: year,
    response: z.object({ items: z.array(status), sent: count, expected: count }),
  }),
  totals: defineContract({
    operationId: 'sumReceivedPackages',
    method: 'GET',
    path: '/received-packages/totals',
    summary: 'The figures of all agencies together, over the newest package of each',
    permission: 'read ReceivedPackage',
    query: pageQuery.omit({ q: true }).extend(year.shape),
    response: pageOf(total),
  }),
  get: defineContract({
    operationId: 'getReceivedPackage',
    method: 'GET',
    path: '/received-packages/:id',
    summary: 'What one agency sent; `intact` when its signature still holds',
    permission: 'read ReceivedPackage',
    params,
    response: received.extend({ senderName: text, content: packageContent, intact: z.boolean() }),
  }),
  receive: defineContract({
    operationId: 'receivePackage',
    method: 'POST',
    path: '/received-packages',
    summary: 'Take in a package after its signature was checked against the key of its sender',
    permission: 'create ReceivedPackage',
    body: z.object({ file: z.string().max(1_500_000) }),
    response: received.extend({ senderName: text }),
    errors: ['PACKAGE_UNREADABLE', 'PACKAGE_ALTERED', 'SENDER_UNKNOWN', 'PACKAGE_OLDER', 'DUPLICATE'],
  }),
}
