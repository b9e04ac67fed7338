import { type Contract, isMutation } from '@chung-tay/contracts/contract'
import { z } from 'zod'
import { problem } from './errors.ts'

type Json = Record<string, unknown>

/** What goes over the wire: the encoded side of every codec. */
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return json
}

const parametersOf = (place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] => {
  const { properties = {}, required = [] } = schema ? (schemaOf(schema) as { properties?: Record<string, Json>; required?: string[] }) : {}
  return Object.entries(properties).map(([name, json]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: json }))
}

const header = (name: string, description: string) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })

const headersOf = (contract: Contract): Json[] => [
  ...(isMutation(contract) ? [header('Idempotency-Key', 'Made once for each action of a person; a repeat gets the first answer.')] : []),
  ...(contract.versioned ? [header('If-Match', 'The version that was seen, in quotes: `"3"`.')] : []),
]

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const failuresOf = (contract: Contract): Json => ({
  ...(contract.permission !== 'public' && { 401: failure('Signed out'), 403: failure('Not allowed by role') }),
  400: failure('The request is not of the form described here'),
  ...(contract.params && { 404: failure('No such record within one’s scope') }),
  ...(isMutation(contract) && {
    409: failure('The record’s state, or a request in flight, does not allow it'),
    422: failure('A rule refuses it, or the key was used for another request'),
  }),
  ...(contract.versioned && { 412: failure('The record was changed meanwhile'), 428: failure('If-Match is missing') }),
  429: failure('Too many requests'),
})

const successOf = (contract: Contract): Json =>
  contract.file
    ? {
        description: 'The file',
        content: Object.fromEntries(contract.file.map((type) => [type.split(';')[0], { schema: { type: 'string', format: 'binary' } }])),
      }
    : { description: 'Done', content: { 'application/json': { schema: schemaOf(contract.response) } } }

const operationOf = (contract: Contract): Json => ({
  operationId: contract.operationId,
  summary: contract.summary,
  tags: [contract.path.split('/').find((part) => part !== '' && part !== 'campaigns' && !part.startsWith(':')) ?? 'campaigns'],
  ...(contract.permission === 'public' ? { security: [] } : { description: `Needs: \`${contract.permission}\`` }),
  parameters: [...parametersOf('path', contract.params), ...parametersOf('query', contract.query), ...headersOf(contract)],
  ...(contract.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body) } } } }),
  responses: {
    [String(contract.status ?? (contract.method === 'POST' && !contract.file ? 201 : 200))]: successOf(contract),
    ...failuresOf(contract),
    ...(contract.errors && { default: failure(`Codes of its own: ${contract.errors.join(', ')}`) }),
  },
})

/** The OpenAPI 3.1 description of the contracts: derived, never written. */
export const openApiOf = (contracts: readonly Contract[]): Json => {
  const paths: Record<string, Json> = {}
  for (const contract of [...contracts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const path = `/api${contract.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chung Tay',
      version: '1',
      description: 'The Action Month for Children of a department: plan, tasks, donations, gifts, awards, report.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' } },
      schemas: { Problem: schemaOf(problem) },
    },
  }
}
