import type { Contract } from '@chung-tay/contracts/contract'
import { sampleValue } from '@chung-tay/testing/sample-value'
import { z } from 'zod'

export const absent = '0197a000-0000-7000-8000-00000000dead'

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Parameters<typeof sampleValue>[0]

/** Path parameters of a contract: every id is the given one. */
export const paramsOf = ({ params }: Contract, id = absent): Record<string, string> => {
  const properties = params ? (schemaOf(params).properties ?? {}) : {}
  const one = (schema: Parameters<typeof sampleValue>[0]) => (schema.format === 'uuid' || schema.anyOf ? id : String(sampleValue(schema)))
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, one(schema)]))
}

/** The smallest input that has the contract's form. */
export const inputOf = (contract: Contract, id = absent) => ({
  params: paramsOf(contract, id),
  ...(contract.body && { body: sampleValue(schemaOf(contract.body)) }),
  ...(contract.query && { query: sampleValue(schemaOf(contract.query)) }),
})
