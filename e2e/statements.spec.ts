import { type SheetCell, xlsxOf } from '@chung-tay/testing/statements/encode'
import { amounts, letterhead, type Movement, slashed } from '@chung-tay/testing/statements/movements'
import type { Page } from '@playwright/test'
import { expect, test, written } from './fixtures.ts'

type Line = Pick<Movement, 'day' | 'amount' | 'text' | 'direction'> & { number: string }

/** A statement as the bank of the sample's account writes one: merged headings in two rows, a voucher's number under each day. */
const statementOf = (lines: readonly Line[]): Buffer => {
  const rows: SheetCell[][] = lines.map(({ day, amount, text, direction, number }) => [
    `${slashed(day)}\n${number}`,
    direction === 'debit' ? amounts.dots(amount) : '',
    direction === 'credit' ? amounts.dots(amount) : '',
    text,
  ])
  return xlsxOf({
    rows: [
      ...letterhead(),
      ['Ngày giao dịch\nSố CT', 'Số tiền giao dịch', '', 'Nội dung chi tiết'],
      ['', 'Nợ', 'Có', ''],
      ...rows,
      ['Tổng cộng', '', amounts.dots(lines.reduce((sum, { amount }) => sum + amount, 0)), ''],
    ],
    merges: ['A7:A8', 'B7:C7', 'D7:D8'],
  })
}

const pledge = async (page: Page, amount: string): Promise<string> => {
  await page.goto(new URL('/2021/pledges?open=new', page.url()).href)
  const form = page.getByRole('dialog', { name: 'Đăng ký ủng hộ' })
  await form.getByRole('combobox', { name: 'Ủng hộ cho quỹ' }).click()
  await page.getByRole('option', { name: 'Quỹ Bảo trợ trẻ em' }).click()
  await form.getByLabel('Số tiền').fill(amount)
  await form.getByRole('button', { name: 'Đăng ký' }).click()
  const own = page.getByRole('dialog', { name: /^Đăng ký CT/ })
  return ((await own.getByRole('heading', { level: 2 }).first().textContent()) ?? '').replace('Đăng ký ', '')
}

const close = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** From anywhere in the program to the form that takes a file, and the file into it. */
const upload = async (page: Page, name: string, buffer: Buffer) => {
  if (!page.url().includes('/bank-statements')) await page.goto(new URL('/2021/bank-statements', page.url()).href)
  await page.getByRole('button', { name: 'Nhập sao kê' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nhập sao kê ngân hàng' })
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  return dialog
}

const openLine = async (page: Page, text: string) => {
  const row = page.getByRole('row').filter({ hasText: text })
  await row.getByRole('button', { name: /\d\d\/\d\d\/\d{4}/ }).click()
  return page.getByRole('dialog', { name: 'Dòng sao kê' })
}

test('a pledge by its code, the bank’s file, one press, and the receipt is there; the same file adds nothing', async ({ as }) => {
  const serial = Date.now()
  const giver = await as('canbo', { viewport: { width: 360, height: 740 } })
  const [first, second, third] = [await pledge(giver, '310000'), await pledge(giver, '120000'), await pledge(giver, '80000')]

  const union = await as('congdoan')
  const cut = `MBVCB.98.${first.toLowerCase().slice(0, 5)} ${first.toLowerCase().slice(5)}.ung ho quy bao tro tr`
  const strange = `CHUYEN NHAM TIEN ${serial}`
  const lines: Line[] = [
    { day: '2021-06-16', amount: 310_000, direction: 'credit', text: cut, number: `A${serial}1` },
    { day: '2021-06-17', amount: 200_000, direction: 'credit', text: `CHI EM PHONG UNG HO ${serial}`, number: `A${serial}2` },
    { day: '2021-06-18', amount: 55_000, direction: 'credit', text: strange, number: `A${serial}3` },
  ]
  const name = `sao-ke-${serial}.xlsx`
  const dialog = await upload(union, name, statementOf(lines))
  await expect(dialog.getByText('Dòng mới: 3', { exact: true })).toBeVisible()
  await expect(dialog.getByText('Chưa có gì được ghi', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Nhập 3 dòng mới' }).click()
  await expect(dialog).toBeHidden()

  // What it may be, and why; nothing is received before the press.
  const row = union.getByRole('row').filter({ hasText: 'ung ho quy bao tro tr' })
  await expect(row.getByText(`Đăng ký ${first}`, { exact: false })).toBeVisible()
  await expect(row.getByText('Vì: đúng mã đăng ký, đúng số tiền còn chờ')).toBeVisible()
  await row.getByRole('button', { name: /^Nhận đúng như gợi ý/ }).click()
  await expect(row.getByText('Đã đối chiếu')).toBeVisible()
  const matched = await openLine(union, 'ung ho quy bao tro tr')
  await matched.getByRole('link', { name: `Đăng ký ${first}` }).click()
  const kept = union.getByRole('dialog', { name: `Đăng ký ${first}` })
  await expect(kept.getByText('Đã nhận đủ')).toBeVisible()
  await kept.getByRole('link', { name: /^Biên nhận/ }).click()
  const receipt = union.getByRole('dialog', { name: /^Biên nhận PT/ })
  await expect(receipt.getByRole('link', { name: 'Dòng sao kê ngày 16/06/2021' })).toBeVisible()

  await close(union)
  await union.getByRole('navigation').getByRole('link', { name: 'Sao kê ngân hàng' }).click()

  // One transfer of two people.
  const split = await openLine(union, `CHI EM PHONG UNG HO ${serial}`)
  for (const [reference, amount] of [
    [second, '120000'],
    [third, '80000'],
  ] as const) {
    await split.getByRole('button', { name: 'Ghi khác, chia nhiều khoản' }).click()
    const form = union.getByRole('dialog', { name: 'Ghi nhận từ dòng sao kê' })
    await form.getByRole('combobox', { name: 'Đăng ký ủng hộ' }).fill(reference)
    await union.getByRole('option', { name: new RegExp(reference) }).click()
    await form.getByLabel('Số tiền').fill(amount)
    await form.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    await expect(form).toBeHidden()
    await expect(split.getByRole('link', { name: `Đăng ký ${reference}` })).toBeVisible()
  }
  await expect(split.getByText('Đã đối chiếu')).toBeVisible()

  await close(union)

  // Not a gift: set aside, and back.
  const aside = await openLine(union, strange)
  await aside.getByRole('button', { name: 'Để riêng' }).click()
  const why = union.getByRole('dialog', { name: 'Để riêng dòng sao kê' })
  await why.getByRole('combobox', { name: 'Lý do' }).click()
  await union.getByRole('option', { name: 'Chuyển nhầm tài khoản' }).click()
  await why.getByRole('button', { name: 'Để riêng' }).click()
  await expect(aside.getByText(/Để riêng 55\.000.*Chuyển nhầm tài khoản/)).toBeVisible()
  await aside.getByRole('button', { name: 'Xử lý lại' }).click()
  await expect(aside.getByText('Chờ đối chiếu')).toBeVisible()

  await close(union)

  // The same file, and one that overlaps.
  const again = await upload(union, 'doi-ten.xlsx', statementOf(lines))
  await expect(again.getByText('Tệp này đã được nhập')).toBeVisible()
  await expect(again.getByRole('button', { name: /^Nhập 0 dòng mới/ })).toBeDisabled()
  await close(union)
  const more = [...lines.slice(1), { day: '2021-06-19', amount: 45_000, direction: 'credit' as const, text: `THEM ${serial}`, number: `A${serial}4` }]
  const overlap = await upload(union, 'den-ngay-19.xlsx', statementOf(more))
  await expect(overlap.getByText('Đã có từ trước: 2', { exact: true })).toBeVisible()
  await overlap.getByRole('button', { name: 'Nhập 1 dòng mới' }).click()
  await expect(written(union, `THEM ${serial}`)).toBeVisible()
})

test('lines that are certain are taken together, after one question with their number', async ({ as }) => {
  const giver = await as('canbo')
  const serial = Date.now()
  const references = [await pledge(giver, '11000'), await pledge(giver, '12000')]
  const union = await as('congdoan', { viewport: { width: 360, height: 740 } })
  const lines = references.map(
    (reference, at): Line => ({
      day: '2021-06-15',
      amount: 11_000 + at * 1_000,
      direction: 'credit',
      text: `IBFT ${reference} ${serial}`,
      number: `B${serial}${at}`,
    }),
  )
  const dialog = await upload(union, `${serial}.xlsx`, statementOf(lines))
  await dialog.getByRole('button', { name: 'Nhập 2 dòng mới' }).click()
  await expect(dialog).toBeHidden()
  await union.getByRole('button', { name: 'Nhận tất cả gợi ý chắc chắn' }).click()
  const question = union.getByRole('dialog', { name: /^Ghi nhận \d+ khoản đúng như gợi ý\?/ })
  for (const reference of references) await expect(question.getByText(reference, { exact: false })).toBeVisible()
  await question.getByRole('button', { name: /^Ghi nhận \d+ khoản/ }).click()
  await expect(question).toBeHidden()
  for (const reference of references) {
    await expect(
      union
        .getByRole('row')
        .filter({ hasText: `IBFT ${reference}` })
        .getByText('Đã đối chiếu'),
    ).toBeVisible()
  }
  const wide = await union.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect(wide).toBe(false)
})
