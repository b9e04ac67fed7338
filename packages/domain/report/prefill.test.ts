import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from './figures.ts'
import { indicatorKeys } from './indicators.ts'
import { type PrefillInput, prefill } from './prefill.ts'

const empty: PrefillInput = {
  agencyName: 'Sở Khoa học và Công nghệ',
  campaign: {
    title: 'Tháng hành động vì trẻ em năm 2021',
    schoolYear: '2020-2021',
    planNumber: '12/KH-KHCN',
    planIssuedOn: '2021-05-20',
  },
  activities: [
    { clause: 'II.1', kind: 'communication', title: 'Tuyên truyền, phổ biến pháp luật;' },
    { clause: 'II.2', kind: 'donation', title: 'Vận động đóng góp tự nguyện' },
    { clause: 'II.3', kind: 'gift', title: 'Tặng quà' },
    { clause: 'II.4', kind: 'award', title: 'Khen thưởng' },
    { clause: 'II.5', kind: 'movement', title: 'Phong trào' },
    { clause: 'IV.2', kind: 'organisation', title: 'Kiểm tra, đôn đốc' },
  ],
  tasks: [],
  figures: compare([], null),
  words: [],
}

const task = { clause: 'II.1', unitName: 'Trung tâm Ứng dụng KH&CN', title: 'Đăng tin', dueOn: '2021-06-15', accepted: true, result: '' }
const textOf = (input: PrefillInput, key: string) => prefill(input).find((section) => section.key === key)?.text

describe('prefill', () => {
  test('has a section for each clause of part II, between direction and proposals', () => {
    expect(prefill(empty).map(({ key, level }) => `${level} ${key}`)).toEqual([
      '1 direction',
      '1 results',
      '2 results:II.1',
      '2 results:II.2',
      '2 results:II.3',
      '2 results:II.4',
      '2 results:II.5',
      '1 assessment',
      '1 proposals',
    ])
    expect(prefill(empty)[2]?.heading).toBe('Tuyên truyền, phổ biến pháp luật')
  })

  test('says plainly that nothing is on record', () => {
    expect(textOf(empty, 'direction')).toBe(
      'Sở Khoa học và Công nghệ đã ban hành Kế hoạch số 12/KH-KHCN ngày 20/5/2021 tổ chức Tháng hành động vì trẻ em năm 2021.',
    )
    expect(textOf(empty, 'results:II.2')).toBe('Chưa ghi nhận đóng góp.')
    expect(textOf(empty, 'results:II.4')).toBe('Chưa ghi nhận trẻ em được khen thưởng năm học 2020-2021.')
  })

  test('tells the figures in sentences and the accepted results by unit', () => {
    const figure = (key: (typeof indicatorKeys)[number], value: number, breakdown: string | null = null, label: string | null = null) => ({
      key,
      breakdown,
      label,
      value,
    })
    const figures = compare(
      [
        figure('publications', 17),
        figure('publications', 12, 'kind:news'),
        figure('publications', 5, 'kind:slogan'),
        figure('publications', 17, 'channel:website'),
        figure('reach', 1200),
        figure('givers', 67),
        figure('givers', 64, 'giver:person'),
        figure('givers', 3, 'giver:organisation'),
        figure('moneyReceived', 25_400_000),
        figure('moneyReceived', 20_000_000, 'fund:a', 'Quỹ Bảo trợ trẻ em'),
        figure('moneyReceived', 5_400_000, 'fund:b', 'Ủng hộ trẻ em khuyết tật'),
        figure('transferredOut', 15_000_000),
        figure('balance', 10_400_000),
        figure('tasksOnTime', 2),
      ],
      null,
    )
    const input = {
      ...empty,
      figures,
      tasks: [
        { ...task, result: 'Đăng 12 tin\n- treo 05 khẩu hiệu;' },
        { ...task, unitName: 'Phòng Quản lý Khoa học', accepted: false, result: 'chưa duyệt' },
        { ...task, unitName: 'Văn phòng Sở', clause: 'IV.2', result: 'Đã kiểm tra 08 đơn vị' },
      ],
    }
    expect(textOf(input, 'results:II.1')).toBe(
      'Đã đăng tải 12 tin và 05 khẩu hiệu trên trang thông tin điện tử. Các hoạt động tuyên truyền tiếp cận 1.200 lượt người.\n- Trung tâm Ứng dụng KH&CN: Đăng 12 tin; treo 05 khẩu hiệu.',
    )
    expect(textOf(input, 'results:II.2')).toBe(
      'Tiếp nhận đóng góp tự nguyện của 64 cá nhân và 03 tổ chức với số tiền 25.400.000 đồng, trong đó bằng tiền: Quỹ Bảo trợ trẻ em 20.000.000 đồng; Ủng hộ trẻ em khuyết tật 5.400.000 đồng. Đã chuyển Quỹ 15.000.000 đồng. Số dư còn lại 10.400.000 đồng.',
    )
    expect(textOf(input, 'direction')).toContain('giao 03 nhiệm vụ cho 03 phòng, đơn vị thực hiện.\n- Văn phòng Sở: Đã kiểm tra 08 đơn vị.')
    expect(textOf(input, 'assessment')).toBe(
      'Các phòng, đơn vị đã hoàn thành 02/03 nhiệm vụ được giao.\nCòn 01 nhiệm vụ chưa hoàn thành:\n- Phòng Quản lý Khoa học: Đăng tin (thời hạn 15/6/2021).',
    )
  })

  test('tells what was given apart from what the budget and the union put in', () => {
    const line = (key: (typeof indicatorKeys)[number], value: number, breakdown: string | null = null) => ({ key, breakdown, label: null, value })
    const figures = compare(
      [
        line('givers', 1),
        line('givers', 1, 'giver:person'),
        line('moneyReceived', 18_000_000),
        line('moneyReceived', 3_000_000, 'source:donation'),
        line('moneyReceived', 10_000_000, 'source:budget'),
        line('moneyReceived', 5_000_000, 'source:union'),
        line('sessionsHeld', 2),
        line('sessionReach', 120),
      ],
      null,
    )
    expect(textOf({ ...empty, figures }, 'results:II.2')).toBe(
      'Tiếp nhận đóng góp tự nguyện của 01 cá nhân với số tiền 3.000.000 đồng. Kinh phí bố trí thêm: ngân sách nhà nước 10.000.000 đồng và kinh phí công đoàn 5.000.000 đồng. Số dư còn lại 0 đồng.',
    )
    expect(textOf({ ...empty, figures }, 'results:II.1')).toBe(
      'Đã tổ chức 02 buổi tuyên truyền, tập huấn với 120 lượt người dự; không xảy ra sự cố mất an toàn.',
    )
  })

  test('whatever the figures, every section has whole sentences', () => {
    const anyFigures = fc.array(
      fc.record({ key: fc.constantFrom(...indicatorKeys), breakdown: fc.constant(null), label: fc.constant(null), value: fc.nat(1e9) }),
    )
    fc.assert(
      fc.property(anyFigures, (figures) => {
        for (const section of prefill({ ...empty, figures: compare(figures, null) })) {
          expect(section.text).not.toMatch(/undefined|NaN|null| {2}| \.|\(\)/)
          if (section.key !== 'results') expect(section.text).toMatch(/\.$/)
        }
      }),
    )
  })
})

test('what units said of difficulties and proposals closes the report', () => {
  const words = [
    { unitName: 'Thanh tra Sở', difficulties: 'Ít kinh phí', proposals: '' },
    { unitName: 'Chi cục Đo lường', difficulties: '', proposals: '- Tăng mức hỗ trợ\n- Sớm có hướng dẫn' },
  ]
  const parts = prefill({ ...empty, words })
  expect(parts.find(({ key }) => key === 'assessment')?.text).toContain('- Thanh tra Sở: Ít kinh phí.')
  expect(parts.find(({ key }) => key === 'proposals')?.text).toMatch(/^- Chi cục Đo lường: .*Sớm có hướng dẫn\.$/)
  expect(prefill(empty).find(({ key }) => key === 'proposals')?.text).toBe('Không.')
})
