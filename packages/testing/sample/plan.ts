import type { ActivityKind, UnitPart } from '@chung-tay/db/client'

/** The plan of May 2021 as it was issued; see the activities' clauses. */
export const campaign = {
  year: 2021,
  title: 'Tháng hành động vì trẻ em năm 2021',
  theme: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
  purpose: [
    '- Nhằm nâng cao nhận thức cho cán bộ, công chức, viên chức và người lao động trong cơ quan tiếp tục hành động và dành sự quan tâm đến trẻ em.',
    '- Thúc đẩy phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em.',
    '- Tuyên truyền, phổ biến, vận động cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân thực hiện chính sách, chương trình, kế hoạch, dự án, xây dựng các công trình và vận động nguồn lực cho trẻ em.',
  ].join('\n'),
  requirements: [
    '- Việc tổ chức các hoạt động Tháng hành động vì trẻ em đảm bảo thiết thực, hiệu quả, phù hợp với điều kiện thực tiễn của cơ quan, tránh phô trương, hình thức, lãng phí.',
    '- Việc tổ chức các hoạt động Tháng hành động vì trẻ em linh hoạt theo tình hình thực tế của cơ quan và tuân thủ các quy định về phòng, chống dịch Covid-19.',
  ].join('\n'),
  recipientName: 'Sở Lao động - Thương binh và Xã hội',
  schoolYear: '2020-2021',
  recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị trực thuộc Sở'],
}

export const legalBasis = {
  kind: 'Công văn',
  number: '759/LĐTB&XH-TE&BDG',
  issuedOn: '2021-05-12',
  issuer: 'Sở Lao động - Thương binh và Xã hội',
  subject: 'hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021',
} as const

export type SampleActivity = {
  clause: string
  kind: ActivityKind
  title: string
  description: string
  units: readonly (readonly [string, UnitPart])[]
}

export const activities: readonly SampleActivity[] = [
  {
    clause: 'II.1',
    kind: 'communication',
    title: 'Tuyên truyền, phổ biến pháp luật, chính sách cho trẻ em',
    description:
      'Tuyên truyền, phổ biến pháp luật, chính sách, chương trình, kế hoạch, dự án cho trẻ em; đăng tải các khẩu hiệu, thông điệp tuyên truyền về bảo vệ, chăm sóc trẻ em nhân dịp Tháng hành động vì trẻ em năm 2021; cập nhật các tin, bài viết về Tháng hành động vì trẻ em trên website của Sở.',
    units: [
      ['application', 'lead'],
      ['office', 'support'],
    ],
  },
  {
    clause: 'II.2',
    kind: 'donation',
    title: 'Vận động đóng góp tự nguyện cho Quỹ Bảo trợ trẻ em, ủng hộ trẻ em khuyết tật',
    description: 'Vận động sự đóng góp tự nguyện của tổ chức, cá nhân ở trong cơ quan cho Quỹ bảo trợ trẻ em, ủng hộ trẻ em khuyết tật.',
    units: [['union', 'lead']],
  },
  {
    clause: 'II.3',
    kind: 'gift',
    title: 'Tặng quà Tết thiếu nhi 1-6 và các hoạt động vui chơi, giải trí, tham quan',
    description:
      'Tổ chức tặng quà nhân ngày Tết thiếu nhi 1-6 và các hoạt động vui chơi, giải trí, văn hóa, thể thao, du lịch và tham quan di tích, thắng cảnh bảo đảm an toàn, lành mạnh cho con em cán bộ, công chức, viên chức, người lao động trong cơ quan.',
    units: [
      ['union', 'lead'],
      ['office', 'support'],
    ],
  },
  {
    clause: 'II.4',
    kind: 'award',
    title: 'Tuyên dương, khen thưởng con em đạt thành tích học tập cao năm học 2020-2021',
    description:
      'Tổ chức tuyên dương, khen thưởng, động viên khuyến khích con của cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021.',
    units: [
      ['union', 'lead'],
      ['office', 'support'],
    ],
  },
  {
    clause: 'II.5',
    kind: 'movement',
    title: 'Phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em',
    description:
      'Thực hiện phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em theo quy định pháp luật về trách nhiệm của cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân trong việc thực hiện quyền và bổn phận của trẻ em.',
    units: [
      ['inspectorate', 'lead'],
      ['science', 'lead'],
      ['technology', 'lead'],
      ['standards', 'lead'],
      ['application', 'lead'],
      ['office', 'lead'],
    ],
  },
  {
    clause: 'IV.1',
    kind: 'organisation',
    title: 'Triển khai Kế hoạch đến toàn thể CBCCVCNLĐ cùng gia đình',
    description:
      'Trưởng các phòng, đơn vị thuộc Sở triển khai tổ chức Tháng hành động vì trẻ em năm 2021 đến toàn thể cán bộ, công chức, viên chức và người lao động cơ quan cùng toàn thể gia đình.',
    units: [
      ['inspectorate', 'lead'],
      ['science', 'lead'],
      ['technology', 'lead'],
      ['standards', 'lead'],
      ['application', 'lead'],
      ['office', 'lead'],
    ],
  },
  {
    clause: 'IV.2',
    kind: 'organisation',
    title: 'Kiểm tra, đôn đốc, tổng hợp báo cáo kết quả',
    description:
      'Văn phòng Sở có trách nhiệm kiểm tra, đôn đốc các phòng, đơn vị thuộc Sở triển khai thực hiện Kế hoạch; phối hợp với Công đoàn Sở tổ chức tặng quà Tết thiếu nhi 1-6 và khen thưởng con cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021; tổng hợp báo cáo kết quả triển khai thực hiện Tháng hành động vì trẻ em năm 2021 gửi Sở Lao động - Thương binh và Xã hội trước ngày 05/7/2021.',
    units: [
      ['office', 'lead'],
      ['union', 'support'],
    ],
  },
  {
    clause: 'IV.3',
    kind: 'organisation',
    title: 'Tuyên truyền trên website của Sở',
    description: 'Trung tâm Ứng dụng Khoa học và Công nghệ thực hiện tuyên truyền về Tháng hành động vì trẻ em trên website của Sở.',
    units: [['application', 'lead']],
  },
]

export type SampleTask = {
  clause: string
  unit: string
  title: string
  dueOn: string
  /** How far it has come on 20/6/2021. */
  status: 'assigned' | 'acknowledged' | 'inProgress' | 'submitted' | 'returned' | 'accepted'
  submittedOn?: string
  result?: string
  reach?: number
  returnReason?: string
}

export const tasks: readonly SampleTask[] = [
  {
    clause: 'II.1',
    unit: 'application',
    title: 'Đăng tin, bài về Tháng hành động vì trẻ em trên website của Sở',
    dueOn: '2021-06-25',
    status: 'inProgress',
  },
  {
    clause: 'II.1',
    unit: 'office',
    title: 'Treo băng rôn, khẩu hiệu tại trụ sở cơ quan',
    dueOn: '2021-06-01',
    status: 'accepted',
    submittedOn: '2021-05-31',
    reach: 36,
    result: 'Đã treo 02 băng rôn, 04 khẩu hiệu tại cổng và sảnh trụ sở cơ quan; đăng thông điệp trên bảng tin điện tử từ ngày 31/5/2021.',
  },
  {
    clause: 'II.2',
    unit: 'union',
    title: 'Phát động ủng hộ tự nguyện Quỹ Bảo trợ trẻ em',
    dueOn: '2021-06-15',
    status: 'submitted',
    submittedOn: '2021-06-16',
    reach: 36,
    result: 'Công đoàn đã phát động ủng hộ tự nguyện tới toàn thể đoàn viên; tiếp nhận, ghi sổ và cấp biên nhận đầy đủ theo quy định.',
  },
  {
    clause: 'II.3',
    unit: 'union',
    title: 'Tổ chức tặng quà Tết thiếu nhi 1-6',
    dueOn: '2021-06-01',
    status: 'accepted',
    submittedOn: '2021-06-02',
    reach: 40,
    result: 'Đã trao quà Tết thiếu nhi cho con em CBCCVCNLĐ tại các phòng, đơn vị, bảo đảm giãn cách, không tập trung đông người.',
  },
  { clause: 'II.4', unit: 'union', title: 'Xét và tổ chức khen thưởng học sinh đạt thành tích cao', dueOn: '2021-06-28', status: 'acknowledged' },
  {
    clause: 'II.5',
    unit: 'science',
    title: 'Thực hiện phong trào chăm sóc, giáo dục và bảo vệ trẻ em tại đơn vị',
    dueOn: '2021-06-18',
    status: 'returned',
    submittedOn: '2021-06-17',
    reach: 5,
    result: 'Phòng đã tổ chức sinh hoạt, quán triệt nội dung Tháng hành động vì trẻ em.',
    returnReason: 'Đề nghị bổ sung ảnh minh chứng và số trẻ em được tiếp cận.',
  },
  {
    clause: 'II.5',
    unit: 'technology',
    title: 'Thực hiện phong trào chăm sóc, giáo dục và bảo vệ trẻ em tại đơn vị',
    dueOn: '2021-06-18',
    status: 'accepted',
    submittedOn: '2021-06-18',
    reach: 12,
    result: 'Phòng đã tổ chức buổi nói chuyện về kỹ năng phòng, chống đuối nước và phòng dịch Covid-19 cho con em trong đơn vị.',
  },
  {
    clause: 'II.5',
    unit: 'standards',
    title: 'Thực hiện phong trào chăm sóc, giáo dục và bảo vệ trẻ em tại đơn vị',
    dueOn: '2021-06-18',
    status: 'inProgress',
  },
  {
    clause: 'II.5',
    unit: 'inspectorate',
    title: 'Thực hiện phong trào chăm sóc, giáo dục và bảo vệ trẻ em tại đơn vị',
    dueOn: '2021-06-25',
    status: 'assigned',
  },
  {
    clause: 'II.5',
    unit: 'application',
    title: 'Thực hiện phong trào chăm sóc, giáo dục và bảo vệ trẻ em tại đơn vị',
    dueOn: '2021-06-25',
    status: 'acknowledged',
  },
  {
    clause: 'IV.1',
    unit: 'science',
    title: 'Phổ biến Kế hoạch đến toàn thể CBCCVCNLĐ của đơn vị',
    dueOn: '2021-06-04',
    status: 'accepted',
    submittedOn: '2021-06-03',
    reach: 5,
    result: 'Đã phổ biến Kế hoạch đến 100% công chức của phòng và gia đình.',
  },
  {
    clause: 'IV.1',
    unit: 'technology',
    title: 'Phổ biến Kế hoạch đến toàn thể CBCCVCNLĐ của đơn vị',
    dueOn: '2021-06-04',
    status: 'accepted',
    submittedOn: '2021-06-04',
    reach: 4,
    result: 'Đã phổ biến Kế hoạch trong cuộc họp phòng ngày 04/6/2021.',
  },
  {
    clause: 'IV.1',
    unit: 'standards',
    title: 'Phổ biến Kế hoạch đến toàn thể CBCCVCNLĐ của đơn vị',
    dueOn: '2021-06-04',
    status: 'accepted',
    submittedOn: '2021-06-07',
    reach: 7,
    result: 'Đã phổ biến Kế hoạch đến toàn thể công chức, viên chức, người lao động của Chi cục.',
  },
  { clause: 'IV.1', unit: 'inspectorate', title: 'Phổ biến Kế hoạch đến toàn thể CBCCVCNLĐ của đơn vị', dueOn: '2021-06-04', status: 'acknowledged' },
]
