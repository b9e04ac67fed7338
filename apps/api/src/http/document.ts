import type { Contract, RequestOf } from '@chung-tay/contracts/contract'
import type { Paper } from '@chung-tay/documents/layout/paper'
import type { OfficialDocument } from '@chung-tay/documents/model'
import type { FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { implementFile } from './implement.ts'

/** `name` has no ending; it goes into a header and is plain ASCII. */
export type Written = { name: string; source: OfficialDocument | Paper }

const pdf = 'application/pdf'

// Both libraries are heavy and come with the first document of their kind.
export const print = async (source: Written['source'], type: string) => {
  if (type === pdf) return (await import('@chung-tay/documents/pdf')).toPdf(source)
  return (await import('@chung-tay/documents/docx')).toDocx(source)
}

/** An official document under its two formats: the same paper, each by a contract of its own. */
export const implementDocument = <const C extends Contract>(
  app: FastifyInstance,
  contracts: readonly C[],
  write: (request: RequestOf<C> & { context: Context }) => Promise<Written>,
) => {
  for (const contract of contracts) {
    const [type = pdf] = contract.file ?? []
    implementFile(app, contract, async (request, reply) => {
      const { name, source } = await write(request)
      const bytes = await print(source, type)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}.${type === pdf ? 'pdf' : 'docx'}"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes))
    })
  }
}
