import { activities } from '@chung-tay/contracts/activities'
import { agency, units } from '@chung-tay/contracts/agency'
import { docxWords } from '@chung-tay/documents/opened'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { today: '2023-06-20' })
})
afterAll(() => api.stop())

const office = () => api.person(['office'])

const rename = async (id: string, name: string, validFrom: string | null) => {
  const { json: unit } = await (await office()).call(units.get, { params: { id } })
  const { shortName, kind, sortOrder, headId, active, version } = unit
  return (await office()).call(units.update, { params: { id }, body: { name, shortName, kind, sortOrder, headId, active, validFrom } }, { version })
}

const planOf = async (year: number, unitId: string) => {
  const campaign = await makeCampaign(api.db, { year })
  const activity = await makeActivity(api.db, { campaignId: campaign.id })
  await api.db.activityUnit.create({ data: { activityId: activity.id, unitId, part: 'lead' } })
  return async () => {
    const { json } = await (await office()).call(activities.get, { params: { id: activity.id } })
    return json.units.map((unit) => unit.name)
  }
}

describe('a unit that is renamed', () => {
  test('keeps its old name in the plans of the years before', async () => {
    const unit = await makeUnit(api.db, { name: 'Phòng Quản lý Công nghệ' })
    const [past, running] = [await planOf(2021, unit.id), await planOf(2023, unit.id)]
    const { status, json } = await rename(unit.id, 'Phòng Công nghệ và Đổi mới sáng tạo', '2023-03-01')
    expect([status, json.former]).toEqual([
      200,
      [{ until: '2023-03-01', name: 'Phòng Quản lý Công nghệ', shortName: 'Phòng Quản lý Công nghệ', kind: 'division' }],
    ])
    expect(await past()).toEqual(['Phòng Quản lý Công nghệ'])
    expect(await running()).toEqual(['Phòng Công nghệ và Đổi mới sáng tạo'])
  })

  test('is corrected everywhere when it was only misspelt', async () => {
    const unit = await makeUnit(api.db, { name: 'Phòng Kế hoạh - Tài chính' })
    const past = await planOf(2019, unit.id)
    expect((await rename(unit.id, 'Phòng Kế hoạch - Tài chính', null)).json.former).toEqual([])
    expect(await past()).toEqual(['Phòng Kế hoạch - Tài chính'])
  })

  test('not from a day to come, nor from before its last change', async () => {
    const unit = await makeUnit(api.db)
    await rename(unit.id, 'Phòng An toàn bức xạ', '2022-01-01')
    for (const day of ['2023-06-21', '2022-01-01', '2021-05-05']) {
      const { status, json } = await rename(unit.id, `Phòng ${day}`, day)
      expect([status, json.code, json.details?.field]).toEqual([409, 'VALID_FROM_REFUSED', 'validFrom'])
    }
    expect(await api.db.formerUnit.count({ where: { unitId: unit.id } })).toBe(1)
  })

  test('twice at once is renamed once, and one former name is kept', async () => {
    const unit = await makeUnit(api.db)
    const answers = await Promise.all(['Phòng Chuyển đổi số', 'Phòng Sở hữu trí tuệ'].map((name) => rename(unit.id, name, '2023-05-01')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await api.db.formerUnit.count({ where: { unitId: unit.id } })).toBe(1)
  })
})

describe('a department that is renamed', () => {
  test('prints the papers of the time before under its name of then', async () => {
    const caller = await api.person(['union'])
    const old = await makeDonation(api.db, { receivedOn: toDbDate('2021-06-05') })
    const recent = await makeDonation(api.db, { receivedOn: toDbDate('2023-06-05'), campaignId: old.campaignId })
    const receipt = async (id: string) => {
      const { rawPayload } = await api.app.inject({ url: `/api/donations/${id}/receipt.docx`, headers: { cookie: caller.cookie } })
      return docxWords(rawPayload)
    }
    const { json: record } = await caller.call(agency.get, {})
    const { sampleDay: _, former: __, version, escalateAfter: ____, publicYears: _____, ...letterhead } = record
    const body = { ...letterhead, name: 'Sở Khoa học, Công nghệ và Đổi mới sáng tạo', validFrom: '2023-03-01' }
    const { json } = await (await office()).call(agency.update, { body }, { version })
    expect(json.former).toEqual([{ ...letterhead, until: '2023-03-01' }])
    expect(await receipt(old.id)).not.toMatch(/đổi mới sáng tạo/i)
    expect(await receipt(recent.id)).toMatch(/đổi mới sáng tạo/i)
  })
})
