import { readFile } from 'node:fs/promises'
import { expect, openAs, test } from './fixtures.ts'

test('the figures of a signed report leave as a package, come in at the agency above, and not once they were altered', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/2021/report`)
  await office.getByRole('button', { name: 'Lập báo cáo' }).click()
  await office.getByRole('button', { name: 'Trình ký' }).click()
  await expect(office.getByText('Chờ ký')).toBeVisible()
  const director = await openAs(browser, program.url, 'giamdoc')
  await director.goto(`${program.url}/2021/report`)
  await director.getByRole('button', { name: 'Ký báo cáo' }).click()
  await director.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
  await expect(director.getByText('Đã ký', { exact: true })).toBeVisible()
  await office.reload()
  await office.getByRole('button', { name: 'Ghi số, ngày ban hành' }).click()
  await office.getByRole('dialog').getByRole('textbox', { name: /^Số/ }).fill('25')
  await office.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  const [download] = await Promise.all([office.waitForEvent('download'), office.getByRole('button', { name: 'Gói số liệu' }).click()])
  const sent = await readFile(await download.path(), 'utf8')
  const { signature, content } = JSON.parse(sent) as { signature: { publicKey: string }; content: { agency: { name: string } } }
  expect(content.agency.name).toBe('Sở Khoa học và Công nghệ')

  // A stranger's package is refused with what to compare; once the key is known it comes in.
  await office.goto(`${program.url}/packages?year=2021`)
  const give = async (text: string) => {
    const [chooser] = await Promise.all([office.waitForEvent('filechooser'), office.getByRole('button', { name: 'Nhận gói số liệu' }).click()])
    await chooser.setFiles({ name: 'goi.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await give(sent)
  await expect(office.getByRole('alert', { name: 'Gói không được nhận' })).toContainText('Chưa biết khóa của “Sở Khoa học và Công nghệ”')
  await office.getByRole('button', { name: 'Thêm cơ quan' }).click()
  await office.getByRole('dialog').getByLabel('Tên cơ quan').fill('Sở Khoa học và Công nghệ Bắc Giang')
  await office.getByRole('dialog').getByLabel('Khóa công khai').fill(signature.publicKey)
  await office.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  const senders = office.getByRole('region', { name: 'Cơ quan gửi' })
  const own = senders.getByRole('row').filter({ hasText: 'Bắc Giang' })
  await expect(own).toContainText('Chưa gửi')

  await give(sent.replace(/"value": (\d+)/, '"value": 9$1'))
  await expect(office.getByRole('alert', { name: 'Gói không được nhận' })).toContainText('đã bị sửa sau khi ký')
  await give(sent)
  await expect(own).toContainText('Đã gửi')
  await expect(office.getByRole('table', { name: 'Tổng hợp các cơ quan' })).toContainText('Trẻ em được tặng quà')
  await own.click()
  await expect(office.getByRole('dialog')).toContainText('Chữ ký của cơ quan gửi còn đúng')
})
