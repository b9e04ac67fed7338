import type { AwardDecisionInput } from './award-decision.ts'
import type { GiftSigningListInput } from './gift-signing-list.ts'
import type { DonationReceiptInput } from './receipt.ts'
import type { ResultReportInput } from './result-report.ts'

/** The department of the 2021 plan, in the documents' tests. */
export const sampleAgency = {
  name: 'Sở Khoa học và Công nghệ',
  parentName: 'Ủy ban nhân dân tỉnh Bắc Giang',
  place: 'Bắc Giang',
  symbol: 'KHCN',
  leaderTitle: 'Giám đốc',
  leaderName: 'Nguyễn Thanh Bình',
}

export const sampleReport: ResultReportInput = {
  agency: sampleAgency,
  campaign: {
    title: 'Tháng hành động vì trẻ em năm 2021',
    theme: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
    reportDueOn: '2021-07-05',
    recipientName: 'Sở Lao động – Thương binh và Xã hội tỉnh Bắc Giang',
    guidance: [
      {
        kind: 'Công văn',
        number: '759/LĐTB&XH-TE&BDG',
        issuedOn: '2021-05-12',
        issuer: 'Sở Lao động – Thương binh và Xã hội',
        subject: 'hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021',
      },
    ],
  },
  number: null,
  issuedOn: null,
  sections: [
    {
      level: 1,
      heading: 'I. Công tác chỉ đạo, triển khai',
      text: 'Sở đã ban hành Kế hoạch số 12/KH-KHCN ngày 20/5/2021 tổ chức Tháng hành động vì trẻ em năm 2021 và giao nhiệm vụ đến từng phòng, đơn vị:\n- Văn phòng Sở kiểm tra, đôn đốc, tổng hợp báo cáo;\n- Trung tâm Ứng dụng KH&CN tuyên truyền trên website của Sở;\n- Công đoàn Sở tổ chức tặng quà và khen thưởng.',
    },
    { level: 1, heading: 'II. Kết quả thực hiện', text: '' },
    {
      level: 2,
      heading: 'Công tác tuyên truyền, phổ biến',
      text: 'Đăng tải 12 tin, bài và 05 khẩu hiệu, thông điệp tuyên truyền về bảo vệ, chăm sóc trẻ em trên website của Sở; 100% cán bộ, công chức, viên chức, người lao động được phổ biến Kế hoạch.',
    },
    {
      level: 2,
      heading: 'Vận động đóng góp tự nguyện',
      text: 'Tiếp nhận 25.400.000 đồng của 64 cá nhân và 03 tổ chức; đã chuyển Quỹ Bảo trợ trẻ em tỉnh 15.000.000 đồng, ủng hộ trẻ em khuyết tật 5.000.000 đồng.',
    },
    {
      level: 2,
      heading: 'Tổ chức tặng quà nhân ngày Tết Thiếu nhi 1-6 và các hoạt động vui chơi, giải trí',
      text: 'Tặng 86 suất quà cho con cán bộ, công chức, viên chức, người lao động, tổng trị giá 17.200.000 đồng. Do tình hình dịch bệnh Covid-19, quà được trao tại từng đơn vị, bảo đảm an toàn theo quy định.',
    },
    {
      level: 2,
      heading: 'Tuyên dương, khen thưởng con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập cao năm học 2020-2021',
      text: 'Khen thưởng 41 cháu với tổng số tiền 9.300.000 đồng.',
    },
    {
      level: 2,
      heading: 'Phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em',
      text: 'Các đơn vị tổ chức 04 hoạt động với 120 lượt trẻ em tham gia.',
    },
    {
      level: 1,
      heading: 'III. Đánh giá, khó khăn, vướng mắc',
      text: 'Các nhiệm vụ cơ bản hoàn thành theo Kế hoạch. Tuy nhiên, do dịch Covid-19 diễn biến phức tạp, hoạt động tham quan tập trung chưa tổ chức được.',
    },
    {
      level: 1,
      heading: 'Đề xuất, kiến nghị',
      text: 'Đề nghị Sở Lao động – Thương binh và Xã hội ban hành hướng dẫn sớm hơn để các cơ quan chủ động bố trí kinh phí.',
    },
  ],
  figures: [
    { group: 'Công tác tuyên truyền', label: 'Tin, bài đã đăng', unit: 'tin, bài', value: 12, previous: 9 },
    { group: 'Công tác tuyên truyền', label: 'Khẩu hiệu, thông điệp', unit: 'khẩu hiệu', value: 5, previous: 4, note: 'Website' },
    { group: 'Vận động đóng góp', label: 'Cá nhân đóng góp', unit: 'người', value: 64, previous: 58 },
    { group: 'Vận động đóng góp', label: 'Tổng số tiền tiếp nhận', unit: 'đồng', value: 25_400_000, previous: 1_021_350_000 },
    { group: 'Vận động đóng góp', label: 'Đã chuyển Quỹ Bảo trợ trẻ em', unit: 'đồng', value: 15_000_000, previous: null },
    { group: 'Tặng quà', label: 'Trẻ em được tặng quà, trong đó nữ, chia theo nhóm tuổi', unit: 'cháu', value: 86, previous: 81 },
    { group: 'Tặng quà', label: 'Tổ chức tham quan', unit: '', value: 'Không tổ chức', previous: 1, note: 'Do dịch bệnh' },
  ],
  tasks: [
    {
      unit: 'Trung tâm Ứng dụng KH&CN',
      task: 'Đăng tải khẩu hiệu, thông điệp tuyên truyền trên website của Sở',
      dueOn: '2021-06-10',
      completedOn: '2021-06-09',
      result: '05 khẩu hiệu, 12 tin, bài',
    },
    {
      unit: 'Văn phòng Sở',
      task: 'Tổng hợp danh sách trẻ em được tặng quà',
      dueOn: '2021-05-28',
      completedOn: '2021-05-30',
      result: 'Danh sách 86 cháu',
    },
    { unit: 'Phòng Quản lý Khoa học', task: 'Phổ biến Kế hoạch đến gia đình', dueOn: '2021-06-15', completedOn: null, result: '' },
  ],
  recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị trực thuộc Sở'],
}

export const sampleDecision: AwardDecisionInput = {
  agency: sampleAgency,
  schoolYear: '2020-2021',
  number: '87',
  issuedOn: '2021-06-25',
  expectedOn: '2021-06',
  legalBases: [
    'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016',
    'Căn cứ Kế hoạch số 12/KH-KHCN ngày 20 tháng 5 năm 2021 của Sở Khoa học và Công nghệ tổ chức Tháng hành động vì trẻ em năm 2021;',
    'Theo đề nghị của Hội đồng xét khen thưởng Sở Khoa học và Công nghệ.',
  ],
  fundedBy: 'quỹ Công đoàn Sở năm 2021',
  executors: ['Chánh Văn phòng Sở', 'Công đoàn Sở'],
  awards: [
    {
      childName: 'Đặng Thị Hồng',
      className: '5A1',
      school: 'Tiểu học Lê Hồng Phong',
      parentName: 'Đặng Văn Sơn',
      unitName: 'Văn phòng Sở',
      tier: 'Hoàn thành xuất sắc',
      amount: 200_000,
    },
    {
      childName: 'Trần Minh Khôi',
      className: '9B',
      school: 'THCS Trần Phú',
      parentName: 'Nguyễn Thu Hà',
      unitName: 'Thanh tra Sở',
      tier: 'Giải Nhì cấp tỉnh',
      amount: 1_005_000,
    },
  ],
  recipients: ['Lãnh đạo Sở'],
}

export const sampleReceipt: DonationReceiptInput = {
  agency: { name: 'Công đoàn Sở Khoa học và Công nghệ', parentName: 'Công đoàn Viên chức tỉnh Bắc Giang', place: 'Bắc Giang' },
  number: 'BN-2021-0012',
  issuedOn: '2021-06-03',
  giver: { name: 'Công ty TNHH Ánh Dương', address: 'Phường Ngô Quyền, thành phố Bắc Giang' },
  amount: 2_105_000,
  fund: 'Quỹ Bảo trợ trẻ em',
  method: 'in-kind',
  note: null,
  items: [
    { name: 'Sữa hộp 180 ml', unit: 'thùng', quantity: 5, value: 1_600_000 },
    { name: 'Vở ô ly', unit: 'quyển', quantity: 101, value: 505_000 },
  ],
  preparedBy: 'Lê Thị Mai',
  receivedBy: 'Phạm Văn Nam',
  head: { title: 'Chủ tịch Công đoàn', name: 'Hoàng Thị Lan' },
  voidedReason: null,
}

export const sampleSigningList: GiftSigningListInput = {
  agency: { name: 'Sở Khoa học và Công nghệ', parentName: 'UBND tỉnh Bắc Giang', place: 'Bắc Giang' },
  occasion: 'Tết Thiếu nhi 1-6 năm 2021',
  gift: { name: 'Bộ đồ dùng học tập', measure: 'bộ' },
  handedOutOn: '2021-06-01',
  rows: Array.from({ length: 30 }, (_, index) => ({
    childName: `Nguyễn Thị Bích Ngọc ${index + 1}`,
    birthYear: 2008 + (index % 12),
    parentNames: index % 2 === 0 ? 'Nguyễn Văn Hùng' : 'Trần Thị Thu, Nguyễn Văn Bình',
    unitName: index % 3 === 0 ? 'Văn phòng Sở' : 'Trung tâm Ứng dụng KH&CN',
    value: 200_000,
    collected: index === 4 ? 'Đã nhận 31/5/2021' : null,
  })),
  signers: [
    { title: 'Người lập danh sách', name: null },
    { title: 'Chủ tịch Công đoàn', name: 'Hoàng Thị Lan' },
    { title: 'Giám đốc', name: 'Nguyễn Thanh Bình' },
  ],
}
