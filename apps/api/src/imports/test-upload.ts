import { files } from '@chung-tay/contracts/files'
import type { TestApi } from '../test-api.ts'

type Sender = { cookie: string }

/** Uploads a file as the browser does. Answers its id; throws when it is refused. */
export const uploadBytes = async ({ app }: TestApi, { cookie }: Sender, bytes: Buffer, name = 'danh-sach.xlsx'): Promise<string> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const encoded = new Response(form)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  return files.upload.response.parse(answer.json()).id
}
