/** Where a figure stands in the report: its part I, the clauses II.1–II.5 and IV of the plan. */
export const indicatorGroups = ['direction', 'communication', 'donation', 'gift', 'award', 'movement', 'organisation'] as const
export type IndicatorGroup = (typeof indicatorGroups)[number]

/** What a row of a figure's list is, and where it is opened. */
export const recordSubjects = [
  'LegalBasis',
  'Campaign',
  'AwardDecision',
  'Publication',
  'Task',
  'Donor',
  'Donation',
  'Disbursement',
  'JournalEntry',
  'Child',
  'GiftListLine',
  'Event',
  'Nomination',
  'TaskChase',
  'NoticeReader',
] as const
export type RecordSubject = (typeof recordSubjects)[number]

/** `count` is a number of things, `money` whole đồng, `rate` the mean of what its records add, in whole per cent. */
export type IndicatorKind = 'count' | 'money' | 'rate'

export const dimensions = [
  'directive',
  'kind',
  'channel',
  'clause',
  'giver',
  'source',
  'fund',
  'purpose',
  'unit',
  'sex',
  'age',
  'event',
  'tier',
  'level',
  'via',
] as const
/** By what a figure is broken down; a breakdown is written `dimension:value`, such as `sex:female` or `fund:<id>`. */
export type Dimension = (typeof dimensions)[number]

export type Indicator = {
  group: IndicatorGroup
  /** As it stands in the annex. */
  label: string
  unit: string
  kind: IndicatorKind
  /** By what it can be broken down, and narrowed. */
  by: readonly Dimension[]
  /** The annex shows these beneath the total, in this order, until the office chooses others. */
  shown: readonly Dimension[]
}

/** The indicators that the department reports; what each counts is the source of the same key in the API. */
export const indicators = {
  guidanceReceived: { group: 'direction', label: 'Văn bản chỉ đạo, hướng dẫn được triển khai', unit: 'văn bản', kind: 'count', by: [], shown: [] },
  directivesIssued: { group: 'direction', label: 'Văn bản đã ban hành', unit: 'văn bản', kind: 'count', by: ['directive'], shown: ['directive'] },
  publications: {
    group: 'communication',
    label: 'Tin, bài, khẩu hiệu, thông điệp đã đăng tải',
    unit: 'sản phẩm',
    kind: 'count',
    by: ['kind', 'channel', 'unit'],
    shown: ['kind', 'channel'],
  },
  reach: {
    group: 'communication',
    label: 'Lượt người được tuyên truyền, tiếp cận',
    unit: 'lượt người',
    kind: 'count',
    by: ['clause', 'unit'],
    shown: ['clause'],
  },
  sessionsHeld: {
    group: 'communication',
    label: 'Buổi tuyên truyền, tập huấn đã tổ chức',
    unit: 'buổi',
    kind: 'count',
    by: ['unit'],
    shown: ['unit'],
  },
  sessionReach: { group: 'communication', label: 'Lượt người dự các buổi tuyên truyền', unit: 'lượt người', kind: 'count', by: ['unit'], shown: [] },
  sessionCost: { group: 'communication', label: 'Kinh phí tổ chức tuyên truyền', unit: 'đồng', kind: 'money', by: ['unit'], shown: [] },
  sessionIncidents: { group: 'communication', label: 'Sự cố tại các buổi tuyên truyền', unit: 'vụ', kind: 'count', by: ['unit'], shown: [] },
  givers: { group: 'donation', label: 'Tổ chức, cá nhân đóng góp', unit: 'tổ chức, cá nhân', kind: 'count', by: ['giver'], shown: ['giver'] },
  moneyReceived: { group: 'donation', label: 'Số tiền đã tiếp nhận', unit: 'đồng', kind: 'money', by: ['source', 'fund'], shown: ['source', 'fund'] },
  inKindReceived: {
    group: 'donation',
    label: 'Giá trị hiện vật đã tiếp nhận',
    unit: 'đồng',
    kind: 'money',
    by: ['source', 'fund'],
    shown: ['source', 'fund'],
  },
  moneySpent: { group: 'donation', label: 'Số tiền đã chi', unit: 'đồng', kind: 'money', by: ['purpose', 'fund'], shown: ['purpose'] },
  transferredOut: { group: 'donation', label: 'Số tiền đã chuyển Quỹ', unit: 'đồng', kind: 'money', by: ['fund'], shown: ['fund'] },
  balance: { group: 'donation', label: 'Số dư quỹ', unit: 'đồng', kind: 'money', by: ['fund'], shown: ['fund'] },
  childrenGifted: {
    group: 'gift',
    label: 'Trẻ em được tặng quà',
    unit: 'cháu',
    kind: 'count',
    by: ['sex', 'age', 'unit'],
    shown: ['sex', 'age', 'unit'],
  },
  giftsHandedOut: { group: 'gift', label: 'Suất quà đã trao', unit: 'suất', kind: 'count', by: ['unit', 'sex', 'age'], shown: ['unit'] },
  giftValue: { group: 'gift', label: 'Giá trị quà đã trao', unit: 'đồng', kind: 'money', by: ['unit', 'sex', 'age'], shown: ['unit'] },
  eventsHeld: {
    group: 'gift',
    label: 'Hoạt động vui chơi, tham quan đã tổ chức',
    unit: 'hoạt động',
    kind: 'count',
    by: ['event', 'unit'],
    shown: ['event'],
  },
  eventParticipants: { group: 'gift', label: 'Lượt người tham gia', unit: 'lượt người', kind: 'count', by: ['event', 'unit'], shown: ['event'] },
  eventChildren: { group: 'gift', label: 'Lượt trẻ em tham gia', unit: 'lượt trẻ em', kind: 'count', by: ['event', 'unit'], shown: ['event'] },
  eventCost: { group: 'gift', label: 'Kinh phí tổ chức', unit: 'đồng', kind: 'money', by: ['event', 'unit'], shown: ['event'] },
  eventIncidents: { group: 'gift', label: 'Sự cố mất an toàn', unit: 'vụ', kind: 'count', by: ['event', 'unit'], shown: [] },
  childrenCommended: {
    group: 'award',
    label: 'Trẻ em được khen thưởng',
    unit: 'cháu',
    kind: 'count',
    by: ['tier', 'level', 'unit', 'sex'],
    shown: ['tier', 'level', 'unit'],
  },
  awardMoney: { group: 'award', label: 'Tiền thưởng', unit: 'đồng', kind: 'money', by: ['tier', 'level', 'unit'], shown: ['tier'] },
  movementEvents: {
    group: 'movement',
    label: 'Hoạt động phong trào của các đơn vị',
    unit: 'hoạt động',
    kind: 'count',
    by: ['unit'],
    shown: ['unit'],
  },
  movementParticipants: { group: 'movement', label: 'Lượt người tham gia phong trào', unit: 'lượt người', kind: 'count', by: ['unit'], shown: [] },
  movementChildren: { group: 'movement', label: 'Lượt trẻ em được thụ hưởng', unit: 'lượt trẻ em', kind: 'count', by: ['unit'], shown: [] },
  movementCost: { group: 'movement', label: 'Kinh phí tổ chức phong trào', unit: 'đồng', kind: 'money', by: ['unit'], shown: [] },
  movementIncidents: { group: 'movement', label: 'Sự cố trong phong trào', unit: 'vụ', kind: 'count', by: ['unit'], shown: [] },
  tasks: { group: 'organisation', label: 'Nhiệm vụ đã giao', unit: 'nhiệm vụ', kind: 'count', by: ['unit', 'clause'], shown: ['unit'] },
  tasksOnTime: {
    group: 'organisation',
    label: 'Nhiệm vụ hoàn thành đúng hạn',
    unit: 'nhiệm vụ',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: ['unit'],
  },
  tasksLate: {
    group: 'organisation',
    label: 'Nhiệm vụ hoàn thành quá hạn',
    unit: 'nhiệm vụ',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: ['unit'],
  },
  tasksOpen: { group: 'organisation', label: 'Nhiệm vụ chưa hoàn thành', unit: 'nhiệm vụ', kind: 'count', by: ['unit', 'clause'], shown: ['unit'] },
  tasksOnTimeRate: {
    group: 'organisation',
    label: 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn',
    unit: '%',
    kind: 'rate',
    by: ['unit', 'clause'],
    shown: ['unit'],
  },
  tasksDelay: { group: 'organisation', label: 'Số ngày hoàn thành quá hạn', unit: 'ngày', kind: 'count', by: ['unit', 'clause'], shown: [] },
  taskChases: { group: 'organisation', label: 'Lượt đôn đốc', unit: 'lượt', kind: 'count', by: ['unit', 'clause'], shown: [] },
  taskEscalations: {
    group: 'organisation',
    label: 'Nhiệm vụ phải báo cáo Lãnh đạo',
    unit: 'nhiệm vụ',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: [],
  },
  taskSessions: {
    group: 'organisation',
    label: 'Buổi, hoạt động theo báo cáo nhiệm vụ',
    unit: 'buổi',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: ['clause'],
  },
  taskParticipants: {
    group: 'organisation',
    label: 'Lượt người tham gia theo báo cáo nhiệm vụ',
    unit: 'lượt người',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: ['clause'],
  },
  taskChildren: {
    group: 'organisation',
    label: 'Lượt trẻ em theo báo cáo nhiệm vụ',
    unit: 'lượt trẻ em',
    kind: 'count',
    by: ['unit', 'clause'],
    shown: ['clause'],
  },
  taskCost: {
    group: 'organisation',
    label: 'Kinh phí theo báo cáo nhiệm vụ',
    unit: 'đồng',
    kind: 'money',
    by: ['unit', 'clause'],
    shown: ['clause'],
  },
  noticesTold: { group: 'organisation', label: 'Người lao động được thông báo kế hoạch', unit: 'người', kind: 'count', by: ['unit'], shown: [] },
  noticesRead: {
    group: 'organisation',
    label: 'Người lao động đã xác nhận đọc kế hoạch',
    unit: 'người',
    kind: 'count',
    by: ['unit', 'via'],
    shown: ['unit'],
  },
  noticeReadRate: { group: 'organisation', label: 'Tỷ lệ người lao động đã đọc kế hoạch', unit: '%', kind: 'rate', by: ['unit'], shown: [] },
} as const satisfies Record<string, Indicator>

export type IndicatorKey = keyof typeof indicators
export const indicatorKeys = Object.keys(indicators) as [IndicatorKey, ...IndicatorKey[]]

/** The annex's name of a group. */
export const groupLabels: Record<IndicatorGroup, string> = {
  direction: 'Công tác chỉ đạo, triển khai',
  communication: 'Tuyên truyền, phổ biến',
  donation: 'Vận động đóng góp tự nguyện',
  gift: 'Tặng quà và hoạt động vui chơi, giải trí',
  award: 'Tuyên dương, khen thưởng',
  movement: 'Phong trào chăm sóc, giáo dục và bảo vệ trẻ em',
  organisation: 'Thực hiện nhiệm vụ của các phòng, đơn vị',
}
