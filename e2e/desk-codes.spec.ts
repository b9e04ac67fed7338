import { showGiftCode } from '@chung-tay/domain/gifts/code'
import { givenTo, openDesk, packOf, searchField } from './desk-page.ts'
import { expect, test } from './fixtures.ts'

test('a scanner that types opens the family it reads, and never gives for the one that is open', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { union, lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const scan = async (code: string) => {
    await union.keyboard.type(code)
    await union.keyboard.press('Enter')
    await union.keyboard.press('Enter')
  }
  await scan(first.code)
  await expect(union.getByLabel(first.childName)).toBeChecked()
  // The focus is on the button that gives; the next family's code must not press it.
  await scan(second.code)
  await expect(union.getByLabel(second.childName)).toBeChecked()
  await expect(union.getByLabel(first.childName)).toHaveCount(0)
  expect(givenTo(await packOf(union), first.childName)).toBeNull()
  await union.getByRole('button', { name: /^Trao \d suất quà$/ }).click()
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await scan(second.code)
  await expect(union.getByText(/Đã nhận rồi|Đã trao tại máy này/)).toBeVisible()
  await union.keyboard.press('Escape')

  const wrong = `${first.code.slice(0, 9)}${(Number(first.code[9]) + 1) % 10}`
  await searchField(union).fill(showGiftCode(wrong))
  await expect(union.getByText('Mã này đọc chưa đúng')).toBeVisible()
  await searchField(union).fill(showGiftCode(first.code))
  await searchField(union).press('Enter')
  await expect(union.getByLabel(first.childName)).toBeChecked()
})
