type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
}

const formats: Record<string, string> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  date: '2021-06-10',
  'date-time': '2021-06-10T08:00:00.000Z',
  uri: 'https://skhcn.example.vn/tin',
}

/** Values that no rule could guess, by the name of their field: a text with a pattern, a sum that may not be nothing. */
const named: Record<string, unknown> = { clause: 'II.9', schoolYear: '2020-2021', invoiceNumber: '1', cash: 1 }

const textOf = ({ format, minLength = 0 }: Schema): string =>
  formats[format ?? ''] ?? 'chung.tay.2021 '.repeat(Math.ceil((minLength + 1) / 15)).trim()

/** The smallest value that a JSON schema of the API takes: for tests that ask what is refused before the body matters. */
export const sampleValue = (schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options) return sampleValue(options.find((option) => option.type === 'null') ?? options[0] ?? {})
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, named[name] ?? sampleValue(schema.properties?.[name] ?? {})]))
  }
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleValue(schema.items ?? {}))
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1)
  if (type === 'boolean') return false
  if (type === 'null') return null
  return textOf(schema)
}
