import { showGiftCode } from '@chung-tay/domain/gifts/code'
import { givenTo, openDesk, packOf, searchField } from './desk-page.ts'
import { browserThatSees } from './fake-camera.ts'
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
  // An impatient finger gives once: pressed again before anything can be written down.
  await union.getByRole('button', { name: /^Trao \d suất quà$/ }).evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await expect(union.getByText(second.childName)).toHaveCount(1)
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

test('the camera reads printed codes, without a network too, each once; and says in words why it may not', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const seeing = await browserThatSees([first.code, second.code])
  const { union } = await openDesk(seeing, program)
  await union.context().setOffline(true)
  await union.reload()
  await union.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).click()
  const child = (name: string) => union.getByRole('checkbox', { name })
  await expect(child(first.childName).or(child(second.childName))).toBeChecked()
  const [one, other] = (await child(first.childName).isVisible()) ? [first, second] : [second, first]
  await union.getByRole('button', { name: /^Trao \d suất quà$/ }).click()
  await expect(union.getByText(/chờ gửi 1/)).toBeVisible()
  await expect(child(other.childName)).toBeChecked()
  await expect(child(one.childName)).toHaveCount(0)
  await union.keyboard.press('Escape')
  await union.getByRole('button', { name: 'Tắt máy ảnh' }).click()
  await expect(union.getByLabel('Hình từ máy ảnh')).toHaveCount(0)
  await union.context().setOffline(false)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  expect(givenTo(await packOf(union), one.childName)).not.toBeNull()
  await seeing.close()

  const blind = await browserThatSees([first.code], false)
  const refused = (await openDesk(blind, program)).union
  await refused.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).click()
  await expect(refused.getByText('Chưa quét được bằng máy ảnh')).toBeVisible()
  await expect(searchField(refused)).toBeVisible()
  await blind.close()
})
