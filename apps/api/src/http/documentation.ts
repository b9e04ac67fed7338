import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contracts } from '@chung-tay/contracts/all'
import { defineContract } from '@chung-tay/contracts/contract'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { implementFile } from './implement.ts'
import { openApiOf } from './openapi.ts'

const file = (operationId: string, path: `/${string}`, summary: string, type: string) =>
  defineContract({ operationId, method: 'GET', path, summary, permission: 'self', response: z.any(), file: [type] })

const description = file('getApiDescription', '/openapi.json', 'The description of this API', 'application/json')
const page = file('getApiReference', '/docs', 'A page to read and try this API', 'text/html')
const script = file('getApiReferenceScript', '/docs/reference.js', 'The script of that page', 'text/javascript')

const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Chung Tay API</title></head>
<body><script id="api-reference" data-url="/api/openapi.json"></script><script src="/api/docs/reference.js"></script></body></html>`

const scriptPath = join(fileURLToPath(import.meta.resolve('@scalar/api-reference')), '../browser/standalone.js')

/** The description and a page to read and try it, for signed-in people. */
export const documentApi = async (app: FastifyInstance) => {
  // Made when first asked for: half a megabyte of text that few days need.
  let text: string | undefined
  implementFile(app, description, async (_request, reply) => {
    text ??= JSON.stringify(openApiOf(contracts))
    return reply.type('application/json; charset=utf-8').send(text)
  })
  implementFile(app, page, async (_request, reply) => reply.type('text/html; charset=utf-8').send(html))
  implementFile(app, script, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(createReadStream(scriptPath)))
}
