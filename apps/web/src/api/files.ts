import { files, maxFileSize } from '@chung-tay/contracts/files'
import { csrfHeader } from './call.ts'
import { ApiError, errorOf } from './problem.ts'

/** A stored file; `size` in bytes. It belongs to the uploader until a record takes it. */
export type UploadedFile = { id: string; name: string; size: number; mediaType: string }

export const fileUrl = (id: string): string => `/api/files/${encodeURIComponent(id)}`

/** Sends one file. Throws `ApiError` (TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, OFFLINE, …). */
export const uploadFile = async (file: File, idempotencyKey: string = crypto.randomUUID()): Promise<UploadedFile> => {
  // Said at once, and not after minutes of sending.
  if (file.size > maxFileSize) throw new ApiError(413, 'TOO_LARGE')
  const body = new FormData()
  body.append('file', file)
  const headers = { ...csrfHeader, 'idempotency-key': idempotencyKey }
  const response = await fetch('/api/files', { method: 'POST', credentials: 'same-origin', headers, body }).catch(() => {
    throw new ApiError(0, 'OFFLINE')
  })
  if (!response.ok) throw await errorOf(response)
  return files.upload.response.parse(await response.json())
}
