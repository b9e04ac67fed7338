import { children } from '@chung-tay/contracts/children'
import { pdfPages } from '@chung-tay/documents/opened'
import { makeNomination } from '@chung-tay/testing/awards'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftListLine, makeHandOut } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let mother: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  mother = await api.person()
})
afterAll(() => api.stop())

const download = async (person: Person, path: string) => {
  const answer = await api.app.inject({ url: `/api${path}`, headers: { cookie: person.cookie } })
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers }
}

test('a parent takes a copy of all that is kept, to read and for a machine; nobody else’s child, and no head', async () => {
  const child = await makeChild(api.db, { guardians: [{ employeeId: mother.employee.id, relation: 'mother' }], circumstances: 'Bố đi làm xa' })
  await makeConsent(api.db, { childId: child.id, recordedById: union.userId })
  const line = await makeGiftListLine(api.db, { childId: child.id })
  await makeHandOut(api.db, { lineId: line.id, handedOutById: union.userId, collectorName: 'Lê Văn Thọ', proxyRelation: 'ông nội' })
  await makeNomination(api.db, { childId: child.id, submittedById: mother.userId, achievement: 'Giải ba cờ vua' })

  const pdf = await download(mother, `/children/${child.id}/copy.pdf`)
  expect([pdf.status, pdf.headers['cache-control']]).toEqual([200, 'private, no-store'])
  const text = JSON.stringify(await pdfPages(pdf.bytes))
  for (const word of ['Bố đi làm xa', 'Lê Văn Thọ', 'Giải ba cờ vua', 'Sự đồng ý đã cho và đã rút']) expect(text).toContain(word)
  expect(pdf.headers['content-disposition']).not.toContain('Bảo')

  const json = await download(mother, `/children/${child.id}/copy.json`)
  const data = JSON.parse(json.bytes.toString()) as Record<string, unknown[]> & { child: { name: string } }
  expect([data.child.name, data.consents?.length, data.lines?.length, data.nominations?.length]).toEqual([child.name, 1, 1, 1])
  expect((await download(union, `/children/${child.id}/copy.docx`)).status).toBe(200)

  const head = await api.person(['unitHead'], { unitId: mother.employee.unitId })
  for (const ending of ['pdf', 'docx', 'json']) {
    expect((await download(await api.person(), `/children/${child.id}/copy.${ending}`)).status).toBe(404)
    expect((await download(head, `/children/${child.id}/copy.${ending}`)).status).toBe(404)
  }
  expect((await api.call(children.copyPdf, { params: { id: child.id } })).status).toBe(401)
  expect((await (await api.person(['leadership'])).call(children.copyPdf, { params: { id: child.id } })).status).toBe(404)
})
