import { givenTo, openDesk, packOf, searchField } from './desk-page.ts'
import { expect, openAs, test } from './fixtures.ts'

test('a signature goes with the hand-out, the signed paper is entered by its numbers, and the Office sees both as they happen', async ({
  browser,
  start,
}) => {
  const program = await start({ SAMPLE: '1' })
  const { union, lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const list = new URL(union.url()).pathname.replace('/desk/', '/2021/gift-lists/')
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}${list}`)
  const progress = office.getByRole('region', { name: 'Tiến độ trao quà' })
  await expect(progress).toBeVisible()
  const before = (await packOf(union)).progress
  await expect(office.getByText(`${before.given}`, { exact: true }).first()).toBeVisible()

  await searchField(union).fill(first.childName)
  await searchField(union).press('Enter')
  await union.getByRole('switch', { name: 'Ký trên màn hình' }).check()
  const give = union.getByRole('button', { name: /^Trao \d suất quà$/ })
  await expect(give).toBeDisabled()
  const box = await union.getByRole('img', { name: 'Khung để ký' }).boundingBox()
  if (!box) throw new Error('The field to sign in is shown')
  await union.mouse.move(box.x + 20, box.y + 30)
  await union.mouse.down()
  for (let at = 0; at < 12; at++) await union.mouse.move(box.x + 20 + at * 15, box.y + 30 + (at % 3) * 15)
  await union.mouse.up()
  await give.click()
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await expect(office.getByText(`${before.given + 1}`, { exact: true }).first()).toBeVisible()

  await office.goto(`${program.url}${list}?q=${encodeURIComponent(first.childName)}`)
  await office.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect(office.getByRole('img', { name: 'Chữ ký của người nhận' })).toBeVisible()

  await union.goto(`${program.url}${list}/paper`)
  await union.getByLabel('Số thứ tự đã ký').fill(`999 ${first.code} ${second.code}`)
  await expect(union.getByText('Đã ghi từ trước, giữ nguyên')).toBeVisible()
  await expect(union.getByText('999', { exact: true })).toBeVisible()
  await expect(union.getByText('1 suất sẽ được ghi')).toBeVisible()
  await union.getByRole('button', { name: 'Ghi đã nhận' }).click()
  await union.getByRole('dialog').getByRole('button', { name: 'Ghi 1 suất' }).click()
  await expect(union.getByText('Đã ghi 1 suất theo danh sách giấy')).toBeVisible()
  await union.goto(`${program.url}${list.replace('/2021/gift-lists/', '/desk/')}`)
  expect(givenTo(await packOf(union), second.childName)).not.toBeNull()
})
