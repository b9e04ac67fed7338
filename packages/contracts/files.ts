import { z } from 'zod'
import { id, instant } from './codecs.ts'
import { defineContract } from './contract.ts'

/** `size` in bytes; `sha256` in hex proves that the bytes are still those that were uploaded. */
export const file = z.object({ id, name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string(), createdAt: instant })
export type FileRecord = z.output<typeof file>

/** Ids of files the person has uploaded and not yet attached elsewhere. */
export const fileIds = z.array(id).max(20)

/** What is taken, told by the bytes and never by the name. The older .doc and .xls are not: they may carry programs. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const paperTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/** A table in text, as banks write statements: it has no magic bytes, so its lines must be cut alike. */
export const tableType = 'text/csv'

/** 20 MB: a scanned decision or a photo of a modern phone. */
export const maxFileSize = 20 * 1024 * 1024

export const files = {
  upload: defineContract({
    operationId: 'uploadFile',
    method: 'POST',
    path: '/files',
    summary: 'Upload one file as multipart form data, field `file`',
    permission: 'create File',
    response: file,
    errors: ['TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  download: defineContract({
    operationId: 'downloadFile',
    method: 'GET',
    path: '/files/:fileId',
    summary: 'Download a file: one’s own, or one that belongs to a record one may read',
    permission: 'read File',
    params: z.object({ fileId: id }),
    response: z.any(),
    file: ['application/octet-stream'],
  }),
  list: defineContract({
    operationId: 'listFiles',
    method: 'GET',
    path: '/records/:subject/:recordId/files',
    summary: 'List the files of a record',
    permission: 'self',
    params: z.object({ subject: z.string().max(40), recordId: id }),
    response: z.object({ items: z.array(file) }),
  }),
}
