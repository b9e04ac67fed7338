import { childrenImport } from '@chung-tay/contracts/children-import'
import type { FastifyInstance } from 'fastify'
import { implement, implementFile } from '../http/implement.ts'
import { setColumns, showColumns } from '../imports/columns.ts'
import { sendRefused, sendTemplate } from '../imports/files.ts'
import { checkImport, refusedRows, runImport } from './import.ts'
import { answerImport, childTable } from './import-state.ts'
import { childTemplate } from './import-template.ts'
import { childReasonText } from './import-words.ts'

export const childImportRoutes = (app: FastifyInstance) => {
  implementFile(app, childrenImport.template, async ({ context }, reply) => sendTemplate(reply, 'mau-nhap-con-em', await childTemplate(context)))
  implement(app, childrenImport.columns, ({ context, query }) => showColumns(context, query.fileId, childTable))
  implement(app, childrenImport.mapping, ({ context, body }) => setColumns(context, body, childTable))
  implement(app, childrenImport.check, ({ context, query }) => checkImport(context, query.fileId))
  implement(app, childrenImport.answer, ({ context, body }) => answerImport(context, body))
  implement(app, childrenImport.run, ({ context, body }) => runImport(context, body.fileId))
  implementFile(app, childrenImport.refused, async ({ context, query }, reply) =>
    sendRefused(reply, query.format, await refusedRows(context, query.fileId), childReasonText),
  )
}
