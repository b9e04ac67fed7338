import { files, maxFileSize } from '@chung-tay/contracts/files'
import { DomainError } from '@chung-tay/domain/errors'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { implement, implementFile } from '../http/implement.ts'
import { getFile, listFiles, uploadFile } from './service.ts'

type Upload = { name: string; bytes: Buffer }

/** The whole file is read before the transaction opens: a slow phone holds no connection. */
const readUpload = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
  const part = await request.file()
  if (!part) throw new DomainError('INVALID')
  return { name: part.filename, bytes: await part.toBuffer() }
}

const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])

export const fileRoutes = async (app: FastifyInstance) => {
  await app.register(multipart, { limits: { fileSize: maxFileSize, files: 1, fields: 5, headerPairs: 50 } })
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.contract !== files.upload) return
    const upload = await readUpload(request)
    request.context = { ...request.context, upload } as typeof request.context
  })
  implement(app, files.upload, ({ context }) => uploadFile(context, (context as typeof context & { upload: Upload }).upload))
  implement(app, files.list, ({ context, params }) => listFiles(context, params.subject, params.recordId))
  implementFile(app, files.download, async ({ context, params }, reply) => {
    const file = await getFile(context, params.fileId)
    return reply
      .type(file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', `${shown.has(file.mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")
      .send(context.files.open(file.sha256))
  })
}
