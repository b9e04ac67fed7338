import { type FileRecord, paperTypes, photoTypes, tableType } from '@chung-tay/contracts/files'
import type { File } from '@chung-tay/db/client'
import { type Subject, subjects } from '@chung-tay/domain/access/abilities'
import { DomainError } from '@chung-tay/domain/errors'
import { cleanText } from '@chung-tay/domain/text'
import { hasWithdrawn } from '../children/consent-states.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { found, isInScope } from '../http/scope.ts'

const papers: ReadonlySet<string> = new Set(paperTypes)
const photos: ReadonlySet<string> = new Set(photoTypes)
const pixels = 50_000_000

const present = ({ id, name, mediaType, size, sha256, createdAt }: File): FileRecord => ({ id, name, mediaType, size, sha256, createdAt })

const textType = async (bytes: Buffer): Promise<string> => {
  const { isDelimited } = await import('./delimited.ts')
  return isDelimited(bytes) ? tableType : ''
}

/** What the bytes are, whatever the name says. Photos are written anew, so that place and camera stay behind. */
const inspect = async (bytes: Buffer): Promise<{ mediaType: string; bytes: Buffer }> => {
  const { fileTypeFromBuffer } = await import('file-type')
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? (await textType(bytes))
  if (papers.has(mediaType) || mediaType === tableType) return { mediaType, bytes }
  if (!photos.has(mediaType)) throw new DomainError('UNSUPPORTED_MEDIA_TYPE', { mediaType })
  const { default: sharp } = await import('sharp')
  try {
    return { mediaType, bytes: await sharp(bytes, { limitInputPixels: pixels }).rotate().toBuffer() }
  } catch {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', { mediaType })
  }
}

const nameOf = (name: string) =>
  cleanText(name)
    .replace(/[\\/:*?"<>|]/g, '_')
    .slice(0, 200) || 'tep'

export const uploadFile = async (context: WriteContext, upload: { name: string; bytes: Buffer }): Promise<FileRecord> => {
  const { mediaType, bytes } = await inspect(upload.bytes)
  const sha256 = await context.files.put(bytes)
  const row = await context.db.file.create({
    data: { name: nameOf(upload.name), mediaType, size: bytes.length, sha256, uploadedById: context.actor.userId, createdAt: context.clock.now() },
  })
  await context.audit({ subject: 'File', id: row.id, after: present(row) })
  return present(row)
}

const isSubject = (text: string): text is Subject => (subjects as readonly string[]).includes(text)

/** Photos of hand-outs that show a child whose family has withdrawn its consent: kept, shown to nobody. */
export const withheldFiles = async (db: Db, fileIds: readonly string[]): Promise<string[]> => {
  if (fileIds.length === 0) return []
  const rows = await db.handOutPhoto.findMany({
    where: { fileId: { in: [...fileIds] }, line: { child: hasWithdrawn('publishPhoto') } },
    select: { fileId: true },
    distinct: ['fileId'],
  })
  return rows.map(({ fileId }) => fileId)
}

/** A file is read by who uploaded it, or by who may read the record it hangs on. */
const isReadable = async (context: Context, file: File): Promise<boolean> => {
  if (file.subjectType === null || file.subjectId === null) return file.uploadedById === context.actor.userId
  if (!isSubject(file.subjectType) || !(await isInScope(context, 'read', file.subjectType, file.subjectId))) return false
  return file.subjectType !== 'HandOut' || (await withheldFiles(context.db, [file.id])).length === 0
}

export const getFile = async (context: Context, fileId: string): Promise<File> => {
  const file = found(await context.db.file.findUnique({ where: { id: fileId } }))
  if (!(await isReadable(context, file))) throw new DomainError('NOT_FOUND')
  return file
}

export const listFiles = async (context: Context, subject: string, recordId: string): Promise<{ items: FileRecord[] }> => {
  if (!isSubject(subject) || !(await isInScope(context, 'read', subject, recordId))) throw new DomainError('NOT_FOUND')
  return { items: await filesOf(context, subject, recordId) }
}

/** The files of a record whose reading was already allowed. */
export const filesOf = async (context: Context, subject: Subject, recordId: string): Promise<FileRecord[]> => {
  const rows = await context.db.file.findMany({
    where: { subjectType: subject, subjectId: recordId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(present)
}

/** Files whose reading was already allowed by what names them, in the order they came. */
export const filesByIds = async (context: Context, ids: readonly string[]): Promise<FileRecord[]> => {
  if (ids.length === 0) return []
  const rows = await context.db.file.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(present)
}

/** Hangs the person's own uploads on a record; each file belongs to one record for good. */
export const attachFiles = async (context: WriteContext, subject: Subject, recordId: string, fileIds: readonly string[]): Promise<void> => {
  if (fileIds.length === 0) return
  const { count } = await context.db.file.updateMany({
    where: { id: { in: [...fileIds] }, uploadedById: context.actor.userId, subjectType: null },
    data: { subjectType: subject, subjectId: recordId },
  })
  if (count !== new Set(fileIds).size) throw new DomainError('FILE_NOT_YOURS')
}
