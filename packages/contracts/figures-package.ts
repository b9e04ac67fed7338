import { z } from 'zod'
import { day } from './codecs.ts'

const text = z.string().max(1000)

/** A figure of a package: an aggregate, never a person. Money in whole đồng. */
export const packedFigure = z.strictObject({
  key: text,
  label: text,
  unit: text,
  kind: z.enum(['count', 'money']),
  breakdown: text.nullable(),
  breakdownLabel: text.nullable(),
  value: z.int(),
})

/** What the signature covers. */
export const packageContent = z.strictObject({
  format: z.literal('chung-tay/figures-package'),
  formatVersion: z.literal(1),
  agency: z.strictObject({ name: text, parentName: text, symbol: text }),
  year: z.int().min(2000).max(2100),
  /** Of the report: 1, and one more for each corrected one. */
  revision: z.int().min(1),
  reportNumber: text.nullable(),
  issuedOn: day,
  /** SHA-256 of the signed report, in hexadecimal: the paper and the package speak of the same. */
  reportHash: z.string().regex(/^[0-9a-f]{64}$/),
  figures: z.array(packedFigure).max(2000),
})
export type PackageContent = z.output<typeof packageContent>

const key = z.string().regex(/^[\w-]{43}$/)

/** The file that is sent: its schema is published as docs/figures-package.schema.json. */
export const figuresPackage = z.strictObject({
  content: packageContent,
  /** Over the canonical JSON of `content` (keys sorted, no spaces, UTF-8); key and value in base64url. */
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: key, value: z.string().regex(/^[\w-]{86}$/) }),
})
export type FiguresPackage = z.output<typeof figuresPackage>
export const publicKey = key
