import { give, givenTo, openDesk, packOf, searchField } from './desk-page.ts'
import { expect, openAs, photo, test } from './fixtures.ts'

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

test('a photo of a hand-out is kept where the family agreed to it, and not taken where it did not', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { union, lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const guardian = (await packOf(union)).families.find(({ lines }) => lines.some(({ id }) => id === first.id))?.guardians[0]
  const send = async (path: string, body: object) => {
    const answer = await union.request.post(`${program.url}/api/${path}`, { headers: { 'idempotency-key': crypto.randomUUID() }, ...body })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const { id: fileId } = await send('files', { multipart: { file: await photo('dong-y.jpg') } })
  const { items } = await (await union.request.get(`${program.url}/api/children?q=${encodeURIComponent(first.childName)}`)).json()
  const consent = { method: 'paper', purpose: 'publishPhoto', childAgreed: true, givenOn: '2021-06-01', fileIds: [fileId] }
  await send(`children/${items[0].id}/consents`, { data: { ...consent, givenByName: guardian?.name, relation: guardian?.relation } })

  await union.reload()
  await give(union, first.childName)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await union.locator('input[type=file]').setInputFiles(await photo('trao-qua.jpg'))
  await expect(union.getByText('Đã lưu ảnh')).toBeVisible()
  await give(union, second.childName)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(2)
  await union.getByRole('button', { name: 'Chụp ảnh' }).click()
  await expect(union.getByText(`Không chụp: gia đình chưa đồng ý đăng ảnh của ${second.childName}.`)).toBeVisible()

  const list = new URL(union.url()).pathname.replace('/desk/', '/2021/gift-lists/')
  await union.goto(`${program.url}${list}?q=${encodeURIComponent(first.childName)}`)
  await union.getByRole('button', { name: 'Xem', exact: true }).click()
  const shown = union.getByRole('img', { name: 'Ảnh trao quà' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
})
