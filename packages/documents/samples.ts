import { awardDecision } from './award-decision.ts'
import { type AwardSigningListInput, awardSigningPaper } from './award-signing-list.ts'
import { childCopyPaper } from './child-copy.ts'
import { deliveryNotePaper } from './delivery-note.ts'
import { giftInvitationsPaper } from './gift-invitations.ts'
import { giftSigningPaper } from './gift-signing-list.ts'
import { type InvitationInput, invitation } from './invitation.ts'
import type { Paper } from './layout/paper.ts'
import { type MinutesInput, minutes } from './minutes.ts'
import { bold, dashes, heading, numbers, type OfficialDocument, paragraph } from './model.ts'
import { notice } from './notice.ts'
import { plan } from './plan.ts'
import { receiptPaper } from './receipt.ts'
import { resultReport } from './result-report.ts'
import { sampleAgency, sampleDecision, sampleReceipt, sampleReport, sampleSigningList } from './sample-inputs.ts'
import { samplePlan } from './sample-plan.ts'
import { submission } from './submission.ts'

const desk = { agency: sampleAgency, number: null, issuedOn: null, expectedOn: '2021-06' }
const council = 'Họp xét khen thưởng con cán bộ, công chức, viên chức, người lao động năm học 2020-2021'

const sampleMinutes: MinutesInput = {
  agency: sampleAgency,
  number: '3',
  subject: council,
  heldOn: '2021-06-02',
  startedAt: '08:30',
  endedAt: '11:00',
  venue: 'Phòng họp tầng 2, trụ sở Sở Khoa học và Công nghệ',
  chair: { name: 'Lê Văn An', position: 'Phó Giám đốc Sở, Chủ tịch Hội đồng' },
  secretary: { name: 'Lê Thị Mai', position: 'Chuyên viên Văn phòng Sở' },
  participants: [
    { name: 'Hoàng Thị Lan', position: 'Chủ tịch Công đoàn Sở' },
    { name: 'Phạm Văn Nam', position: 'Chánh Văn phòng Sở' },
  ],
  body: [
    paragraph('Hội đồng nghe Công đoàn Sở báo cáo danh sách đề nghị khen thưởng và thảo luận từng trường hợp:'),
    numbers(['Xét duyệt 43 hồ sơ; 41 hồ sơ đủ điều kiện;', 'Không xét 02 hồ sơ vì thiếu giấy xác nhận của nhà trường.']),
    paragraph(bold('Kết luận: '), 'Hội đồng thống nhất đề nghị khen thưởng 41 cháu, 100% thành viên dự họp biểu quyết tán thành.'),
  ],
  recipients: ['Thành viên Hội đồng'],
}

const sampleInvitation: InvitationInput = {
  ...desk,
  occasion: 'Lễ tuyên dương, khen thưởng con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập cao năm học 2020-2021',
  guests: ['Lãnh đạo Sở', 'Ban Chấp hành Công đoàn Sở', 'Trưởng các phòng, đơn vị trực thuộc Sở'],
  chair: 'Đồng chí Nguyễn Thanh Bình, Giám đốc Sở',
  time: '08 giờ 00 phút, ngày 28 tháng 6 năm 2021',
  venue: 'Hội trường Sở Khoa học và Công nghệ',
  recipients: [],
}

const sampleAwardList: AwardSigningListInput = {
  agency: sampleAgency,
  schoolYear: '2020-2021',
  decision: 'Quyết định số 87/QĐ-KHCN ngày 25 tháng 6 năm 2021',
  paidOn: '2021-06-28',
  rows: sampleDecision.awards.map((award) => ({ ...award, paid: null })),
  signers: sampleSigningList.signers,
}

/** A report whose narrative came out of an editor: lists, bold words and a table. */
const richReport: OfficialDocument = resultReport({
  ...sampleReport,
  tasks: [],
  sections: [
    {
      level: 1,
      heading: 'Kết quả thực hiện',
      blocks: [
        heading(2, 'Công tác tuyên truyền'),
        paragraph('Các đơn vị đã ', bold('hoàn thành'), ' kế hoạch, ', { text: 'cụ thể:', italic: true }),
        numbers(['Đăng 12 tin, bài;', [{ text: 'Treo ' }, bold('05 khẩu hiệu.')]]),
        heading(3, 'Số liệu theo kênh'),
        {
          type: 'table',
          columns: [
            { title: 'Kênh', share: 2, align: 'left' },
            { title: 'Số lượng', share: 1, align: 'right' },
          ],
          rows: [{ cells: ['Website', '12'] }, { cells: ['Bảng tin', '5'] }, { cells: ['Tổng cộng', '17'], emphasis: 'total' }],
        },
        heading(2, 'Tặng quà'),
        dashes(['Tặng 86 suất quà;', [bold('Trị giá'), { text: ' 17.200.000 đồng.' }]]),
      ],
    },
  ],
})

/** One document of every kind, as the tests print them. */
export const sampleDocuments: Record<string, OfficialDocument> = {
  plan: plan(samplePlan),
  report: resultReport(sampleReport),
  'rich report': richReport,
  decision: awardDecision(sampleDecision),
  'deputy decision': awardDecision({
    ...sampleDecision,
    signature: { authority: 'KT.', onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê Văn An' },
  }),
  submission: submission({
    ...desk,
    addressees: ['Ủy ban nhân dân tỉnh Bắc Giang'],
    subject: 'Về việc hỗ trợ kinh phí tổ chức Tháng hành động vì trẻ em năm 2021',
    legalBases: ['Căn cứ Kế hoạch số 12/KH-KHCN ngày 20 tháng 5 năm 2021 của Sở Khoa học và Công nghệ'],
    body: [
      paragraph('Để tổ chức Tháng hành động vì trẻ em năm 2021, Sở Khoa học và Công nghệ đề nghị hỗ trợ kinh phí (có dự toán tại Phụ lục kèm theo):'),
      numbers(['Tặng quà 86 cháu: 17.200.000 đồng;', 'Khen thưởng 41 cháu: 9.300.000 đồng.']),
    ],
    recipients: ['Sở Tài chính'],
    annexes: [{ title: 'Dự toán kinh phí', landscape: false, blocks: [paragraph('Tổng kinh phí: 26.500.000 đồng.')] }],
  }),
  notice: notice({
    ...desk,
    subject: 'Về việc đăng ký tham quan nhân ngày Tết Thiếu nhi 1-6',
    body: [
      paragraph('Thực hiện Kế hoạch số 12/KH-KHCN ngày 20/5/2021, Sở Khoa học và Công nghệ thông báo như sau:'),
      heading(1, 'Đối tượng'),
      paragraph('Con của cán bộ, công chức, viên chức, người lao động dưới 16 tuổi tính đến ngày 01/6/2021.'),
      heading(1, 'Thời gian, hình thức đăng ký'),
      numbers(['Thời gian: trước ngày 25/5/2021;', 'Hình thức: đăng ký trên phần mềm hoặc tại Văn phòng Sở.']),
    ],
    recipients: ['Các phòng, đơn vị trực thuộc Sở'],
    signature: { authority: 'TL.', onBehalfOf: 'Giám đốc', title: 'Chánh Văn phòng', name: 'Phạm Văn Nam' },
  }),
  minutes: minutes(sampleMinutes),
  invitation: invitation(sampleInvitation),
}

/** Lists and vouchers, which the records desk does not number. */
export const samplePapers: Record<string, Paper> = {
  'gift signing list': giftSigningPaper(sampleSigningList),
  'award signing list': awardSigningPaper(sampleAwardList),
  'gift invitations': await giftInvitationsPaper({
    agency: sampleAgency,
    occasion: 'Tết Thiếu nhi 1-6 năm 2021',
    gift: 'Túi quà (bánh, sữa, vở viết)',
    time: '08 giờ 00, thứ Ba ngày 01/6/2021',
    venue: 'Hội trường Sở Khoa học và Công nghệ',
    on: '2021-05-28',
    families: [
      { unitName: 'Văn phòng Sở', parentNames: ['Đặng Thị Hồng', 'Trần Văn Đạt'], childNames: ['Trần Gia Bảo', 'Trần Gia Hân'], code: '1234567896' },
    ],
  }),
  receipt: receiptPaper(sampleReceipt),
  deliveryNote: deliveryNotePaper(sampleReceipt),
  'copy of a child’s data': childCopyPaper({
    agency: sampleAgency,
    childName: 'Trần Gia Bảo',
    on: '2026-06-05',
    forName: 'Nguyễn Thị Thuỳ Dương',
    facts: [
      ['Họ và tên', 'Trần Gia Bảo'],
      ['Ngày sinh', '09/03/2014'],
    ],
    parts: [
      {
        title: 'Tệp đính kèm',
        columns: [
          { title: 'Tên tệp', share: 110, align: 'left' },
          { title: 'Ngày tải lên', share: 40, align: 'left' },
        ],
        rows: [['giay-khen.pdf', '01/06/2026']],
        none: 'Không có tệp nào.',
      },
      { title: 'Yêu cầu của gia đình', columns: [{ title: 'Yêu cầu', share: 40, align: 'left' }], rows: [], none: 'Chưa có yêu cầu nào.' },
    ],
  }),
}
