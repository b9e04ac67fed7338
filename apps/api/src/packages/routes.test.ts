import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { FiguresPackage, PackageContent } from '@chung-tay/contracts/figures-package'
import { packages } from '@chung-tay/contracts/packages'
import { reports } from '@chung-tay/contracts/report'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { drawFrom, makeMonth } from '@chung-tay/testing/report'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { isSignedBy, signContent } from './signing.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { today: '2021-07-06' })
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

let year = 2040
const signedReport = async ({ numbered = true } = {}) => {
  const campaign = await makeCampaign(api.db, { year: ++year })
  await makeMonth(api.db, campaign, drawFrom(5))
  const begun = (await office.call(reports.create, { params: { campaignId: campaign.id } })).json
  const params = { id: begun.id }
  const waiting = (await office.call(reports.submit, { params }, { version: begun.version })).json
  const signed = (await leader.call(reports.sign, { params }, { version: waiting.version })).json
  if (numbered) await office.call(reports.issue, { params, body: { number: '25', issuedOn: '2021-07-02' } }, { version: signed.version })
  return { params, campaign, signed }
}
const make = async () => {
  const { params } = await signedReport()
  return (await office.call(packages.make, { params })).json as FiguresPackage
}
const receive = (file: string, caller: Pick<Person, 'call'> = office) => caller.call(packages.receive, { body: { file } })

const privateKey = (): KeyObject => createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
const contentOf = (part: Partial<PackageContent> = {}): PackageContent => ({
  format: 'chung-tay/figures-package',
  formatVersion: 1,
  agency: { name: 'Sở Giáo dục và Đào tạo', parentName: 'UBND tỉnh Bắc Giang', symbol: 'SGDĐT' },
  year: 2021,
  revision: 1,
  reportNumber: '40/BC-SGDĐT',
  issuedOn: '2021-07-01',
  reportHash: 'a'.repeat(64),
  figures: [{ key: 'childrenGifted', label: 'Trẻ em được tặng quà', unit: 'cháu', kind: 'count', breakdown: null, breakdownLabel: null, value: 120 }],
  ...part,
})
const known = async (name: string) => {
  const key = privateKey()
  const { publicKey } = signContent(contentOf(), key).signature
  const { json } = await office.call(packages.addSender, { body: { name, publicKey } })
  return { key, sender: json }
}

describe('a package of a signed report', () => {
  test('holds the figures as they were signed, no child, no unit, and the signature of the agency', async () => {
    const { params, campaign, signed } = await signedReport()
    await api.db.publication.updateMany({ where: { campaignId: campaign.id }, data: { status: 'withdrawn', withdrawReason: 'sai' } })
    const { json } = await office.call(packages.make, { params })
    expect(json.content).toMatchObject({ year: campaign.year, revision: 1, reportNumber: '25/BC-KHCN', reportHash: signed.hash })
    const { key } = (await leader.call(packages.key, {})).json
    expect([key?.publicKey, key?.fingerprint.length]).toEqual([json.signature.publicKey, 39])
    expect(isSignedBy(json.content, json.signature.value, json.signature.publicKey)).toBe(true)
    expect(json.content.figures.find((line) => line.key === 'publications' && line.breakdown === null)?.value).toBeGreaterThan(0)
    const children = await api.db.child.findMany({ select: { name: true } })
    const text = JSON.stringify(json)
    expect(children.some(({ name }) => text.includes(name))).toBe(false)
    expect(json.content.figures.some(({ breakdown }) => breakdown?.startsWith('unit:'))).toBe(false)
  })

  test('is made by the office, once the report is signed and numbered, always with the same key', async () => {
    const { params } = await signedReport({ numbered: false })
    expect((await office.call(packages.make, { params })).json.code).toBe('REPORT_NOT_ISSUED')
    expect((await api.call(packages.make, { params })).status).toBe(401)
    expect((await leader.call(packages.make, { params })).status).toBe(403)
    expect((await office.call(packages.make, { params: { id: crypto.randomUUID() } })).status).toBe(404)
    const [one, two] = await Promise.all([make(), make()])
    expect(one?.signature.publicKey).toBe(two?.signature.publicKey)
  })

  test('changed in any byte is not what was signed', async () => {
    const { content, signature } = await make()
    const text = JSON.stringify(content)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'x', 'Đ'), (at, letter) => {
        fc.pre(text[at] !== letter)
        let changed: unknown
        try {
          changed = JSON.parse(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`)
        } catch {
          return
        }
        expect(isSignedBy(changed, signature.value, signature.publicKey)).toBe(false)
      }),
      { numRuns: 400 },
    )
    expect(isSignedBy({ ...content, extra: 1 }, signature.value, signature.publicKey)).toBe(false)
  })
})

describe('a package is taken in', () => {
  test('from a sender whose key is known, and each newer one replaces the one before', async () => {
    const { key, sender } = await known('Sở Giáo dục và Đào tạo')
    const first = await receive(JSON.stringify(signContent(contentOf({ year: 2023 }), key)))
    expect([first.status, first.json.senderName, first.json.revision]).toEqual([201, 'Sở Giáo dục và Đào tạo', 1])
    const newer = contentOf({ year: 2023, revision: 2, figures: [{ ...contentOf().figures[0], value: 130 } as never] })
    expect((await receive(JSON.stringify(signContent(newer, key)))).status).toBe(201)
    expect((await receive(JSON.stringify(signContent(newer, key)))).json.code).toBe('DUPLICATE')
    expect((await receive(JSON.stringify(signContent(contentOf({ year: 2023, issuedOn: '2021-07-09' }), key)))).json.code).toBe('PACKAGE_OLDER')

    const other = await known('Sở Y tế')
    await receive(
      JSON.stringify(
        signContent(contentOf({ year: 2023, agency: { name: 'Sở Y tế', parentName: 'UBND tỉnh Bắc Giang', symbol: 'SYT' } }), other.key),
      ),
    )
    const { json: totals } = await office.call(packages.totals, { query: { year: 2023 } })
    expect(totals.items.map(({ key: name, value, agencies }) => [name, value, agencies])).toEqual([['childrenGifted', 250, 2]])
    const { json: status } = await leader.call(packages.status, { query: { year: 2023 } })
    const ours = status.items.find(({ senderId }) => senderId === sender.id)
    expect(ours?.package?.revision).toBe(2)
    const drilled = (await leader.call(packages.get, { params: { id: ours?.package?.id ?? '' } })).json
    expect([drilled.content.figures[0]?.value, drilled.intact]).toEqual([130, true])
  })

  test('not when it was altered, has no known sender, or is something else', async () => {
    const { key } = await known('Sở Tư pháp')
    const good = signContent(contentOf({ year: 2024 }), key)
    const altered = JSON.stringify(good).replace('"value":120', '"value":121')
    expect((await receive(altered)).json.code).toBe('PACKAGE_ALTERED')
    const stranger = await receive(JSON.stringify(signContent(contentOf({ year: 2024 }), privateKey())))
    expect([stranger.json.code, stranger.json.details?.name]).toEqual(['SENDER_UNKNOWN', 'Sở Giáo dục và Đào tạo'])
    for (const file of ['', '{}', '[1]', 'PK\u0003\u0004', JSON.stringify({ ...good, extra: true })]) {
      const { status, json } = await receive(file)
      expect([status, json.code, json.details?.field]).toEqual([422, 'PACKAGE_UNREADABLE', 'file'])
    }
    expect(await api.db.receivedPackage.count({ where: { year: 2024 } })).toBe(0)
  })

  test('once, whoever races', async () => {
    const { key } = await known('Sở Nội vụ')
    const file = JSON.stringify(signContent(contentOf({ year: 2025 }), key))
    const answers = await Promise.all([1, 2, 3].map(() => receive(file)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await api.db.receivedPackage.count({ where: { year: 2025 } })).toBe(1)
  })

  test('by the office; others read, most do not', async () => {
    const file = JSON.stringify(signContent(contentOf(), privateKey()))
    expect((await receive(file, api)).status).toBe(401)
    expect((await receive(file, leader)).status).toBe(403)
    expect((await (await api.person()).call(packages.status, { query: { year: 2021 } })).status).toBe(403)
    expect((await leader.call(packages.addSender, { body: { name: 'X', publicKey: null } })).status).toBe(403)
    const { sender } = await known('Sở Xây dựng')
    const body = { name: 'Sở Xây dựng', publicKey: sender.publicKey, active: false }
    expect((await office.call(packages.updateSender, { params: { id: sender.id }, body }, { version: sender.version })).json.active).toBe(false)
    expect((await office.call(packages.get, { params: { id: crypto.randomUUID() } })).status).toBe(404)
  })
})
