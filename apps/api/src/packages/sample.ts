import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { PackageContent } from '@chung-tay/contracts/figures-package'
import { toDbDate } from '@chung-tay/domain/dates'
import { packFigures } from '@chung-tay/domain/packages/figures'
import type { Db } from '../http/context.ts'
import { toJson } from '../http/write.ts'
import { hashOf } from '../report/content.ts'
import { signContent } from './signing.ts'

const agencies = [
  { name: 'Sở Giáo dục và Đào tạo', symbol: 'SGDĐT', day: '2021-06-18', gifted: 214, female: 101, money: 48_500_000 },
  { name: 'Sở Tư pháp', symbol: 'STP', day: '2021-06-17', gifted: 36, female: 19, money: 9_200_000 },
] as const

/** Two agencies sent their figures of 2021 early, a third has not: what the recipient's page is for. */
export const makeSamplePackages = async (db: Db, receivedById: string): Promise<void> => {
  const parentName = 'UBND tỉnh Bắc Giang'
  for (const { name, symbol, day, gifted, female, money } of agencies) {
    const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const line = { breakdown: null, label: null }
    const content: PackageContent = {
      format: 'chung-tay/figures-package',
      formatVersion: 1,
      agency: { name, parentName, symbol },
      year: 2021,
      revision: 1,
      reportNumber: `31/BC-${symbol}`,
      issuedOn: day,
      reportHash: hashOf({ name }),
      figures: packFigures([
        { ...line, key: 'moneyReceived', value: money },
        { ...line, key: 'childrenGifted', value: gifted },
        { ...line, key: 'childrenGifted', breakdown: 'sex:female', value: female },
        { ...line, key: 'childrenGifted', breakdown: 'sex:male', value: gifted - female },
      ]),
    }
    const { signature } = signContent(content, key)
    const at = new Date(`${day}T02:30:00Z`)
    const stored = toJson(content)
    const received = {
      year: 2021,
      revision: 1,
      issuedOn: toDbDate(day),
      content: stored,
      contentHash: hashOf(stored as Parameters<typeof hashOf>[0]),
      signature: signature.value,
      publicKey: signature.publicKey,
      receivedById,
      receivedAt: at,
    }
    await db.sender.create({ data: { name, publicKey: signature.publicKey, createdAt: at, packages: { create: received } } })
  }
  await db.sender.create({ data: { name: 'Sở Y tế', publicKey: null, createdAt: new Date('2021-06-15T02:30:00Z') } })
}
