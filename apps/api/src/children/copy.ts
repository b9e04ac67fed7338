import type { ChildCopy, CopyPart } from '@chung-tay/documents/child-copy'
import { childCopyPaper } from '@chung-tay/documents/child-copy'
import { formatDay, fromDbDate } from '@chung-tay/domain/dates'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { recordIdsOf } from './erasure-scope.ts'
import { presentChild } from './present.ts'
import { loadChild } from './service.ts'

const levels = { preschool: 'Mầm non', primary: 'Tiểu học', lowerSecondary: 'Trung học cơ sở', upperSecondary: 'Trung học phổ thông' }
const relations = { mother: 'mẹ', father: 'bố', guardian: 'người giám hộ' }
const purposes = {
  gift: 'Lập danh sách và trao quà',
  award: 'Xét khen thưởng',
  event: 'Tham gia hoạt động, tham quan',
  publishName: 'Công bố họ tên',
  publishPhoto: 'Công bố hình ảnh',
}
const nominationStatuses = { submitted: 'chờ xét', returned: 'trả lại', approved: 'đã duyệt', rejected: 'không duyệt', decided: 'đã quyết định' }
const kinds = { copy: 'cấp bản sao', correction: 'sửa dữ liệu', erasure: 'xóa dữ liệu' }
const statuses = { received: 'chờ trả lời', accepted: 'đã chấp nhận', refused: 'không chấp nhận', fulfilled: 'đã thực hiện', withdrawn: 'đã rút' }

/** All that is kept of a child, for who sees the whole of it: the own parents, and those who keep the records. */
const loadKept = async (context: Context, childId: string) => {
  const child = presentChild(context, await loadChild(context, childId))
  if (!child.full) found(null)
  const where = { childId }
  const [consents, lines, nominations, requests, family] = await Promise.all([
    context.db.consent.findMany({ where, orderBy: { givenOn: 'asc' } }),
    context.db.giftListLine.findMany({
      where,
      include: { giftList: { include: { giftKind: true } }, handOut: true, undone: true },
      orderBy: { id: 'asc' },
    }),
    context.db.nomination.findMany({ where, include: { tier: true, campaign: true, decision: true }, orderBy: { createdAt: 'asc' } }),
    context.db.dataRequest.findMany({ where, orderBy: { createdAt: 'asc' } }),
    context.db.child.findMany({
      where: { id: childId },
      include: {
        guardians: true,
        consents: true,
        nominations: true,
        giftLines: { include: { giftList: { select: { status: true } }, handOut: { select: { id: true } }, undone: { select: { id: true } } } },
      },
    }),
  ])
  const files = await context.db.file.findMany({ where: { subjectId: { in: await recordIdsOf(context.db, family) } }, orderBy: { createdAt: 'asc' } })
  const history = await context.db.auditEntry.findMany({
    where: { subjectType: 'Child', subjectId: childId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return { child, consents, lines, nominations, requests, files, history }
}
type Kept = Awaited<ReturnType<typeof loadKept>>

const day = (date: Date | null) => (date === null ? '' : formatDay(fromDbDate(date)))
const columns = (...titles: (readonly [string, number])[]): CopyPart['columns'] => titles.map(([title, share]) => ({ title, share, align: 'left' }))

const factsOf = ({ child }: Kept): ChildCopy['facts'] => [
  ['Họ và tên', child.name],
  ['Ngày sinh', child.birthDate === null ? '' : formatDay(child.birthDate)],
  ['Giới tính', child.sex === 'female' ? 'Nữ' : 'Nam'],
  ['Cấp học', child.schoolLevel ? levels[child.schoolLevel] : ''],
  ['Trường, lớp', [child.school, child.className && `lớp ${child.className}`].filter(Boolean).join(', ')],
  ['Hoàn cảnh cần quan tâm', child.circumstances ?? ''],
  ['Bố mẹ, người giám hộ', child.guardians.map(({ name, relation, unitName }) => `${name} (${relations[relation]}), ${unitName}`).join('\n')],
]

const partsOf = ({ consents, lines, nominations, requests, files, history }: Kept, names: ReadonlyMap<string, string>): CopyPart[] => [
  {
    title: 'Sự đồng ý đã cho và đã rút',
    columns: columns(['Mục đích', 50], ['Người đồng ý', 50], ['Ngày đồng ý', 30], ['Ngày rút, lý do', 45]),
    rows: consents.map((one) => [
      purposes[one.purpose],
      `${one.givenByName} (${relations[one.relation]})${one.childAgreed ? ', cháu cũng đồng ý' : ''}`,
      day(one.givenOn),
      [day(one.withdrawnOn), one.withdrawReason].filter(Boolean).join(': '),
    ]),
    none: 'Chưa có sự đồng ý nào.',
  },
  {
    title: 'Quà đã lập danh sách và đã nhận',
    columns: columns(['Danh sách', 55], ['Quà', 40], ['Đã nhận', 75]),
    rows: lines.map(({ giftList, handOut, undone, excluded, excludeReason }) => [
      giftList.name,
      giftList.giftKind.name,
      [
        excluded ? `Ngoài danh sách: ${excludeReason ?? ''}` : '',
        handOut
          ? `${formatDay(handOut.handedOutAt.toISOString().slice(0, 10))}, ${handOut.collectorName}${handOut.proxyRelation ? ` (${handOut.proxyRelation})` : ''}`
          : '',
        ...undone.map((one) => `Lần trao cho ${one.collectorName} đã hủy: ${one.reason}`),
      ]
        .filter(Boolean)
        .join('\n'),
    ]),
    none: 'Cháu chưa có trong danh sách quà nào.',
  },
  {
    title: 'Đề nghị khen thưởng',
    columns: columns(['Năm, mức', 50], ['Trường, lớp', 45], ['Thành tích', 50], ['Kết quả', 35]),
    rows: nominations.map((one) => [
      `${one.campaign.year}, ${one.tier.name}`,
      `${one.school}, lớp ${one.className}`,
      one.achievement,
      [nominationStatuses[one.status], one.decision?.number ? `QĐ số ${one.decision.number}` : '', one.reviewReason ?? ''].filter(Boolean).join(', '),
    ]),
    none: 'Chưa có đề nghị nào.',
  },
  {
    title: 'Tệp đính kèm',
    columns: columns(['Tên tệp', 110], ['Ngày tải lên', 40]),
    rows: files.map((one) => [one.name, formatDay(one.createdAt.toISOString().slice(0, 10))]),
    none: 'Không có tệp nào.',
  },
  {
    title: 'Yêu cầu của gia đình',
    columns: columns(['Yêu cầu', 40], ['Ngày nhận', 28], ['Trạng thái', 35], ['Trả lời', 60]),
    rows: requests.map((one) => [kinds[one.kind], day(one.receivedOn), statuses[one.status], [one.answer, one.outcome].filter(Boolean).join('\n')]),
    none: 'Chưa có yêu cầu nào.',
  },
  {
    title: 'Ai đã nhập và sửa hồ sơ',
    columns: columns(['Lúc', 35], ['Người', 60], ['Việc', 60]),
    rows: history.map((one) => [
      formatDay(one.at.toISOString().slice(0, 10)),
      names.get(one.actorId ?? '') ?? one.actorName,
      actionsOf[one.action] ?? 'thay đổi',
    ]),
    none: 'Chưa có ghi nhận nào.',
  },
]

const actionsOf: Readonly<Record<string, string>> = {
  createChild: 'nhập hồ sơ',
  updateChild: 'sửa hồ sơ',
  mergeChildren: 'gộp hồ sơ trùng',
  undoChildMerge: 'hoàn tác gộp hồ sơ',
  markChildrenDifferent: 'ghi nhận là hai cháu',
}

/** Nothing of it is stored: it is made when it is asked for. The file's name says nothing of the child. */
export const writeCopy = async (context: Context, childId: string): Promise<Written> => {
  const kept = await loadKept(context, childId)
  const names = await namesOfUsers(
    context.db,
    kept.history.map(({ actorId }) => actorId),
  )
  const { name, parentName, place } = await context.db.agency.findFirstOrThrow()
  const source = childCopyPaper({
    agency: { name, parentName, place },
    childName: kept.child.name,
    on: context.clock.today(),
    forName: context.actor.name,
    facts: factsOf(kept),
    parts: partsOf(kept, names),
  })
  return { name: 'ban-sao-du-lieu', source }
}

/** The same for a machine: each record as it is kept. */
export const writeCopyData = async (context: Context, childId: string): Promise<string> =>
  JSON.stringify(
    { format: 'chung-tay/child-copy', version: 1, madeOn: context.clock.today(), ...(toJson(await loadKept(context, childId)) as object) },
    null,
    2,
  )
