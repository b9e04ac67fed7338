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
] as const
export type RecordSubject = (typeof recordSubjects)[number]

/** `count` is a number of things, `money` whole đồng. */
export type IndicatorKind = 'count' | 'money'

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
] as const
/** By what a figure is broken down; a breakdown is written `dimension:value`, such as `sex:female` or `fund:<id>`. */
export type Dimension = (typeof dimensions)[number]

export type Indicator = {
  group: IndicatorGroup
  /** As it stands in the annex. */
  label: string
  unit: string
  kind: IndicatorKind
  /** The annex shows these beneath the total, in this order. */
  by: readonly Dimension[]
}

/** The indicators that the department reports; what each counts is the source of the same key in the API. */
export const indicators = {
  guidanceReceived: { group: 'direction', label: 'Văn bản chỉ đạo, hướng dẫn được triển khai', unit: 'văn bản', kind: 'count', by: [] },
  directivesIssued: { group: 'direction', label: 'Văn bản đã ban hành', unit: 'văn bản', kind: 'count', by: ['directive'] },
  publications: {
    group: 'communication',
    label: 'Tin, bài, khẩu hiệu, thông điệp đã đăng tải',
    unit: 'sản phẩm',
    kind: 'count',
    by: ['kind', 'channel'],
  },
  reach: { group: 'communication', label: 'Lượt người được tuyên truyền, tiếp cận', unit: 'lượt người', kind: 'count', by: ['clause'] },
  sessionsHeld: { group: 'communication', label: 'Buổi tuyên truyền, tập huấn đã tổ chức', unit: 'buổi', kind: 'count', by: ['unit'] },
  sessionReach: { group: 'communication', label: 'Lượt người dự các buổi tuyên truyền', unit: 'lượt người', kind: 'count', by: [] },
  sessionCost: { group: 'communication', label: 'Kinh phí tổ chức tuyên truyền', unit: 'đồng', kind: 'money', by: [] },
  sessionIncidents: { group: 'communication', label: 'Sự cố tại các buổi tuyên truyền', unit: 'vụ', kind: 'count', by: [] },
  givers: { group: 'donation', label: 'Tổ chức, cá nhân đóng góp', unit: 'tổ chức, cá nhân', kind: 'count', by: ['giver'] },
  moneyReceived: { group: 'donation', label: 'Số tiền đã tiếp nhận', unit: 'đồng', kind: 'money', by: ['source', 'fund'] },
  inKindReceived: { group: 'donation', label: 'Giá trị hiện vật đã tiếp nhận', unit: 'đồng', kind: 'money', by: ['source', 'fund'] },
  moneySpent: { group: 'donation', label: 'Số tiền đã chi', unit: 'đồng', kind: 'money', by: ['purpose'] },
  transferredOut: { group: 'donation', label: 'Số tiền đã chuyển Quỹ', unit: 'đồng', kind: 'money', by: ['fund'] },
  balance: { group: 'donation', label: 'Số dư quỹ', unit: 'đồng', kind: 'money', by: ['fund'] },
  childrenGifted: { group: 'gift', label: 'Trẻ em được tặng quà', unit: 'cháu', kind: 'count', by: ['sex', 'age', 'unit'] },
  giftsHandedOut: { group: 'gift', label: 'Suất quà đã trao', unit: 'suất', kind: 'count', by: ['unit'] },
  giftValue: { group: 'gift', label: 'Giá trị quà đã trao', unit: 'đồng', kind: 'money', by: ['unit'] },
  eventsHeld: { group: 'gift', label: 'Hoạt động vui chơi, tham quan đã tổ chức', unit: 'hoạt động', kind: 'count', by: ['event'] },
  eventParticipants: { group: 'gift', label: 'Lượt người tham gia', unit: 'lượt người', kind: 'count', by: ['event'] },
  eventChildren: { group: 'gift', label: 'Lượt trẻ em tham gia', unit: 'lượt trẻ em', kind: 'count', by: ['event'] },
  eventCost: { group: 'gift', label: 'Kinh phí tổ chức', unit: 'đồng', kind: 'money', by: ['event'] },
  eventIncidents: { group: 'gift', label: 'Sự cố mất an toàn', unit: 'vụ', kind: 'count', by: [] },
  childrenCommended: { group: 'award', label: 'Trẻ em được khen thưởng', unit: 'cháu', kind: 'count', by: ['tier', 'level', 'unit'] },
  awardMoney: { group: 'award', label: 'Tiền thưởng', unit: 'đồng', kind: 'money', by: ['tier'] },
  movementEvents: { group: 'movement', label: 'Hoạt động phong trào của các đơn vị', unit: 'hoạt động', kind: 'count', by: ['unit'] },
  movementParticipants: { group: 'movement', label: 'Lượt người tham gia phong trào', unit: 'lượt người', kind: 'count', by: [] },
  movementChildren: { group: 'movement', label: 'Lượt trẻ em được thụ hưởng', unit: 'lượt trẻ em', kind: 'count', by: [] },
  movementCost: { group: 'movement', label: 'Kinh phí tổ chức phong trào', unit: 'đồng', kind: 'money', by: [] },
  movementIncidents: { group: 'movement', label: 'Sự cố trong phong trào', unit: 'vụ', kind: 'count', by: [] },
  tasks: { group: 'organisation', label: 'Nhiệm vụ đã giao', unit: 'nhiệm vụ', kind: 'count', by: ['unit'] },
  tasksOnTime: { group: 'organisation', label: 'Nhiệm vụ hoàn thành đúng hạn', unit: 'nhiệm vụ', kind: 'count', by: ['unit'] },
  tasksLate: { group: 'organisation', label: 'Nhiệm vụ hoàn thành quá hạn', unit: 'nhiệm vụ', kind: 'count', by: ['unit'] },
  tasksOpen: { group: 'organisation', label: 'Nhiệm vụ chưa hoàn thành', unit: 'nhiệm vụ', kind: 'count', by: ['unit'] },
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

/** The paper's names of fixed breakdowns; funds, units, tiers and clauses bring their own. */
export const breakdownLabels: Readonly<Record<string, string>> = {
  'directive:plan': 'Kế hoạch',
  'directive:decision': 'Quyết định khen thưởng',
  'kind:news': 'Tin',
  'kind:article': 'Bài viết',
  'kind:slogan': 'Khẩu hiệu',
  'kind:message': 'Thông điệp',
  'channel:website': 'Trang thông tin điện tử',
  'channel:zalo': 'Zalo',
  'channel:facebook': 'Facebook',
  'channel:loudspeaker': 'Hệ thống loa truyền thanh',
  'channel:noticeBoard': 'Bảng tin',
  'channel:press': 'Báo chí',
  'channel:other': 'Hình thức khác',
  'giver:person': 'Cá nhân',
  'giver:organisation': 'Tổ chức',
  'source:budget': 'Ngân sách nhà nước',
  'source:union': 'Kinh phí công đoàn',
  'source:donation': 'Đóng góp tự nguyện',
  'purpose:gift': 'Tặng quà',
  'purpose:award': 'Khen thưởng',
  'purpose:event': 'Hoạt động, sự kiện',
  'purpose:support': 'Hỗ trợ',
  'purpose:fundTransfer': 'Chuyển Quỹ',
  'purpose:other': 'Khác',
  'sex:female': 'Nữ',
  'sex:male': 'Nam',
  'age:0-5': 'Từ 0 đến 5 tuổi',
  'age:6-10': 'Từ 6 đến 10 tuổi',
  'age:11-15': 'Từ 11 đến 15 tuổi',
  'age:16+': 'Từ 16 tuổi trở lên',
  'event:outing': 'Tham quan',
  'event:entertainment': 'Vui chơi, giải trí',
  'event:sport': 'Thể thao',
  'event:culture': 'Văn hóa, văn nghệ',
  'event:ceremony': 'Lễ tuyên dương, gặp mặt',
  'level:preschool': 'Mầm non',
  'level:primary': 'Tiểu học',
  'level:lowerSecondary': 'Trung học cơ sở',
  'level:upperSecondary': 'Trung học phổ thông',
}

const order = [...Object.keys(breakdownLabels)]

/** One number of the annex; the total has no breakdown. `label` is the name of a fund, unit, tier or clause. */
export type Figure = {
  key: IndicatorKey
  breakdown: string | null
  label: string | null
  value: number
  /** The same figure of the last campaign before; null when there was none. */
  previous: number | null
}

export const dimensionOf = (breakdown: string): string => breakdown.slice(0, breakdown.indexOf(':'))

/** What the paper calls a figure's line. */
export const labelOf = ({ key, breakdown, label }: Pick<Figure, 'key' | 'breakdown' | 'label'>): string =>
  breakdown === null ? indicators[key].label : (label ?? breakdownLabels[breakdown] ?? breakdown)

const rank = ({ key, breakdown }: Figure): number =>
  breakdown === null ? -1 : (indicators[key].by as readonly string[]).indexOf(dimensionOf(breakdown))

/** The order of the annex: by indicator, the total first, then one dimension after the other. */
export const byAnnexOrder = (a: Figure, b: Figure): number =>
  indicatorKeys.indexOf(a.key) - indicatorKeys.indexOf(b.key) ||
  rank(a) - rank(b) ||
  order.indexOf(a.breakdown ?? '') - order.indexOf(b.breakdown ?? '') ||
  labelOf(a).localeCompare(labelOf(b), 'vi')

type Counted = Pick<Figure, 'key' | 'breakdown' | 'label' | 'value'>
const nameOf = ({ key, breakdown }: Pick<Figure, 'key' | 'breakdown'>): string => `${key} ${breakdown ?? ''}`

/** Puts the figures of this campaign beside those of the one before; every total stands, even at nothing. */
export const compare = (now: readonly Counted[], before: readonly Counted[] | null): Figure[] => {
  const totals: Counted[] = indicatorKeys.map((key) => ({ key, breakdown: null, label: null, value: 0 }))
  const current = new Map(now.map((figure) => [nameOf(figure), figure.value]))
  const earlier = new Map(before?.map((figure) => [nameOf(figure), figure.value]))
  const lines = new Map([...totals, ...(before ?? []), ...now].map((figure) => [nameOf(figure), figure]))
  return [...lines]
    .map(([name, { key, breakdown, label }]) => ({
      key,
      breakdown,
      label,
      value: current.get(name) ?? 0,
      previous: before === null ? null : (earlier.get(name) ?? 0),
    }))
    .sort(byAnnexOrder)
}

export type Difference = { key: IndicatorKey; breakdown: string | null; label: string | null; signed: number; now: number }

/** What has changed in the records since the figures were signed. */
export const differencesBetween = (signed: readonly Figure[], now: readonly Figure[]): Difference[] => {
  const signedValues = new Map(signed.map((figure) => [nameOf(figure), figure.value]))
  const nowValues = new Map(now.map((figure) => [nameOf(figure), figure.value]))
  const lines = new Map([...signed, ...now].map((figure) => [nameOf(figure), figure]))
  return [...lines.values()]
    .sort(byAnnexOrder)
    .map((figure) => ({
      key: figure.key,
      breakdown: figure.breakdown,
      label: figure.label,
      signed: signedValues.get(nameOf(figure)) ?? 0,
      now: nowValues.get(nameOf(figure)) ?? 0,
    }))
    .filter((line) => line.signed !== line.now)
}
