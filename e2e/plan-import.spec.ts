import { type PaperLine, planOf2021, planVariations, wordOf } from '@chung-tay/testing/plan-papers'
import { expect, openAs, test } from './fixtures.ts'

const paper = (lines: readonly PaperLine[]) => ({
  name: 'ke-hoach-2022.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: wordOf(lines),
})

/** The plan of 2021 as the next year’s would be written, with a part that no plan has to have. */
const nextYears = (lines: readonly PaperLine[]): PaperLine[] => {
  const at = lines.findIndex(({ text }) => text === 'TỔ CHỨC THỰC HIỆN')
  const money: PaperLine = { mark: '', text: 'Kinh phí: từ nguồn chi thường xuyên của Sở.', bold: false }
  return lines.toSpliced(at, 0, money).map((one) => ({ ...one, text: one.text.replaceAll('2021', '2022').replaceAll('2020-2022', '2021-2022') }))
}

test('a plan written in Word is read, what is not understood is shown beside it, and a person confirms the whole', async ({ browser, start }) => {
  // A program of its own: a new year changes what everybody sees first.
  const program = await start({ SAMPLE: '1' })
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/campaigns`)
  await office.getByRole('button', { name: 'Lập kế hoạch năm 2022' }).click()
  await office.getByRole('menuitem', { name: 'Từ tệp Word' }).click()

  // What is no Word file is refused, and another may be chosen at once.
  await office.getByLabel('Tệp kế hoạch').setInputFiles({ name: 'ke-hoach.docx', mimeType: 'text/plain', buffer: Buffer.from('Kế hoạch') })
  await expect(office.getByRole('alert')).toBeVisible()

  const vary = planVariations['numerals that Word counts by itself']
  await office.getByLabel('Tệp kế hoạch').setInputFiles(paper(vary?.(nextYears(planOf2021)) ?? []))
  await expect(office.getByText('Có 1 đoạn chưa hiểu')).toBeVisible()
  await expect(office.getByLabel('Tên kế hoạch')).toHaveValue('Tổ chức Tháng hành động vì trẻ em năm 2022')
  await expect(office.getByRole('textbox', { name: 'Báo cáo trước ngày' })).toHaveValue('05/07/2022')
  await expect(office.getByRole('group', { name: 'II.4' })).toBeVisible()

  // Nothing was invented: days that the paper does not give are asked for at their places, and a reload keeps what was typed.
  await office.getByLabel('Chủ đề').fill('Chung tay bảo vệ trẻ em')
  await office.getByRole('button', { name: 'Lập kế hoạch', exact: true }).click()
  await expect(office.getByRole('region', { name: 'Nhiệm vụ dự kiến' }).locator('[aria-invalid=true]').first()).toBeVisible()
  await office.reload()
  await expect(office.getByLabel('Chủ đề')).toHaveValue('Chung tay bảo vệ trẻ em')
  await office.getByRole('button', { name: 'Lấy ngày kết thúc 30/06/2022' }).click()
  await expect(office.getByText(/Văn bản không ghi hạn/)).toBeHidden()

  const text = office.getByRole('region', { name: 'Văn bản', exact: true })
  await text.getByText('Chưa hiểu (1)').click()
  await text.getByRole('button', { name: 'Đưa vào' }).click()
  await office.getByRole('menuitem', { name: 'Yêu cầu' }).click()
  await expect(office.getByLabel('Yêu cầu', { exact: true })).toHaveValue(/Kinh phí: từ nguồn chi thường xuyên của Sở\.$/)
  await office.getByRole('button', { name: 'Lập kế hoạch', exact: true }).click()

  await expect(office.getByRole('heading', { name: 'Kế hoạch năm 2022' })).toBeVisible()
  await expect(office.getByText('Bản nháp').first()).toBeVisible()
  await expect(office.getByRole('region', { name: 'Nhiệm vụ dự kiến' }).getByRole('listitem').first()).toContainText('IV.1')
  await expect(office.getByText('ke-hoach-2022.docx')).toBeVisible()

  // The year is taken now: the same paper says so before anything is typed.
  await office.goto(`${program.url}/campaigns/import`)
  await office.getByLabel('Tệp kế hoạch').setInputFiles(paper(nextYears(planOf2021)))
  await expect(office.getByText('Năm 2022 đã có kế hoạch')).toBeVisible()
})
