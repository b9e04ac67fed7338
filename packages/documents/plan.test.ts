import { describe, expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { lint } from './lint.ts'
import { dashes, heading } from './model.ts'
import { docxTexts } from './opened.ts'
import { type PlanInput, plan } from './plan.ts'
import { samplePlan } from './sample-plan.ts'

// The paper of May 2021, line by line, as it was issued; its one slip (`1 Trưởng các phòng`, without the dot) is set right.
const issued = `
Số: /KH-KHCN
Bắc Giang, ngày tháng 5 năm 2021
KẾ HOẠCH
Tổ chức Tháng hành động vì trẻ em năm 2021
Sở Khoa học và Công nghệ nhận được Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021 của Sở Lao động – Thương binh và Xã hội về việc hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021, Sở Khoa học và Công nghệ xây dựng Kế hoạch tổ chức Tháng hành động vì trẻ em năm 2021 với chủ đề “Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh” cụ thể như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nhằm nâng cao nhận thức cho cán bộ, công chức, viên chức và người lao động trong cơ quan tiếp tục hành động và dành sự quan tâm đến trẻ em.
- Thúc đẩy phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em.
- Tuyên truyền, phổ biến, vận động cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân thực hiện chính sách, chương trình, kế hoạch, dự án, xây dựng các công trình và vận động nguồn lực cho trẻ em.
2. Yêu cầu
- Việc tổ chức các hoạt động Tháng hành động vì trẻ em đảm bảo thiết thực, hiệu quả, phù hợp với điều kiện thực tiễn của cơ quan, tránh phô trương, hình thức, lãng phí.
- Việc tổ chức các hoạt động Tháng hành động vì trẻ em linh hoạt theo tình hình thực tế của cơ quan và tuân thủ các quy định về phòng, chống dịch Covid-19.
II. NỘI DUNG HOẠT ĐỘNG
1. Tuyên truyền, phổ biến pháp luật, chính sách, chương trình, kế hoạch, dự án cho trẻ em; Đăng tải các khẩu hiệu, thông điệp tuyên truyền về bảo vệ, chăm sóc trẻ em nhân dịp Tháng hành động vì trẻ em năm 2021; Cập nhật các tin, bài viết về Tháng hành động vì trẻ em trên website của Sở.
2. Vận động sự đóng góp tự nguyện của tổ chức, cá nhân ở trong cơ quan cho Quỹ bảo trợ trẻ em, ủng hộ trẻ em khuyết tật.
3. Tổ chức tặng quà nhân ngày Tết thiếu nhi 1-6 và các hoạt động vui chơi, giải trí, văn hóa, thể thao, du lịch và tham quan di tích, thắng cảnh bảo đảm an toàn, lành mạnh cho con em cán bộ, công chức, viên chức, người lao động trong cơ quan.
4. Tổ chức tuyên dương, khen thưởng, động viên khuyến khích con của cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021.
5. Thực hiện phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em theo quy định pháp luật về trách nhiệm của cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân trong việc thực hiện quyền và bổn phận của trẻ em.
III. THỜI GIAN
Thời gian thực hiện từ ngày 1/6/2021 đến ngày 30/6/2021
IV. TỔ CHỨC THỰC HIỆN
1. Trưởng các phòng, đơn vị thuộc Sở triển khai tổ chức Tháng hành động vì trẻ em năm 2021 đến toàn thể cán bộ, công chức, viên chức và người lao động cơ quan cùng toàn thể gia đình.
2. Văn phòng Sở có trách nhiệm kiểm tra, đôn đốc các phòng, đơn vị thuộc Sở triển khai thực hiện Kế hoạch; Phối hợp với Công đoàn sở tổ chức tặng quà Tết thiếu nhi 1-6 và khen thưởng công cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021; Tổng hợp báo cáo kết quả triển khai thực hiện Tháng hành động vì trẻ em năm 2021 gửi Sở Lao động – Thương binh và Xã hội trước ngày 05/7/2021.
3. Trung tâm Ứng dụng KH&CN thực hiện tuyên truyền về Tháng hành động vì trẻ em trên website của Sở.
Trên đây là Kế hoạch thực hiện Tháng hành động vì trẻ em năm 2021 của Sở Khoa học và Công nghệ./.
Nơi nhận:
- Lãnh đạo Sở;
- Các phòng, đơn vị trực thuộc Sở;
- Lưu: VT, VP.
GIÁM ĐỐC
Nguyễn Thanh Bình
`
  .trim()
  .split('\n')

const linesOf = async (input: PlanInput): Promise<string[]> =>
  docxTexts(await toDocx(plan(input)))
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')

describe('the plan of 2021', () => {
  const asWritten: PlanInput = { ...samplePlan, period: 'Thời gian thực hiện từ ngày 1/6/2021 đến ngày 30/6/2021' }

  test('is printed line by line as it was issued', async () => {
    const lines = await linesOf(asWritten)
    expect(lines.slice(lines.indexOf('Số: /KH-KHCN'))).toEqual(issued)
  })

  test('has one thing for the reader to correct: the day without its zero', () => {
    expect(lint(plan(asWritten)).map(({ code, text }) => [code, text])).toEqual([['day-unpadded', '1/6/2021']])
    expect(lint(plan(samplePlan))).toEqual([])
  })

  test('stresses the theme alone', () => {
    const [opening] = plan(samplePlan).body
    const stressed = opening?.type === 'paragraph' ? opening.runs.filter((run) => run.bold) : []
    expect(stressed).toEqual([{ text: `“${samplePlan.campaign.theme}”`, bold: true, italic: true }])
  })
})

describe('other plans', () => {
  const opening = async (input: Partial<PlanInput>) => (await linesOf({ ...samplePlan, ...input })).find((text) => text.endsWith('như sau:'))

  test('carry out what is no letter, and do without guidance and theme', async () => {
    const law = { kind: 'Luật Trẻ em', number: '102/2016/QH13', issuedOn: null, issuer: null, subject: null }
    const campaign = { title: 'Tháng hành động', theme: null, guidance: [law] }
    expect(await opening({ campaign })).toBe(
      'Thực hiện Luật Trẻ em số 102/2016/QH13, Sở Khoa học và Công nghệ xây dựng Kế hoạch tổ chức Tháng hành động cụ thể như sau:',
    )
    expect(await opening({ campaign: { ...campaign, guidance: [] } })).toMatch(/^Sở Khoa học và Công nghệ xây dựng/)
  })

  test('take a sentence of their own, further parts and legal bases', async () => {
    const lines = await linesOf({
      ...samplePlan,
      introduction: 'Sở tổ chức như sau:',
      further: [{ heading: 'Kinh phí', blocks: [dashes(['Ngân sách.'])] }],
      legalBases: ['Căn cứ Luật Trẻ em'],
      requirements: [],
    })
    expect(lines).toEqual(
      expect.arrayContaining(['Sở tổ chức như sau:', 'Căn cứ Luật Trẻ em.', 'IV. KINH PHÍ', '- Ngân sách.', 'V. TỔ CHỨC THỰC HIỆN']),
    )
    expect(lines).not.toContain('2. Yêu cầu')
  })

  test('print no heading over nothing', () => {
    const { body } = plan({ ...samplePlan, purposes: [], requirements: [], organisation: [] })
    expect(body.filter(({ type }) => type === 'heading')).toEqual([heading(1, 'Nội dung hoạt động'), heading(1, 'Thời gian')])
  })
})
