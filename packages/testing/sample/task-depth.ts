import type { Task, TaskFigure } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import type { EvidenceAsked } from '@chung-tay/domain/tasks/evidence'
import { type Db, morningOf } from '../agency.ts'
import { makeTaskChase, makeTaskExtension, makeTaskStep } from '../tasks.ts'
import type { SamplePeople } from './agency.ts'

type Asked = { figuresAsked: TaskFigure[]; evidenceAsked: EvidenceAsked[] }

const asked: Readonly<Record<string, Asked>> = {
  'II.1': { figuresAsked: ['reach'], evidenceAsked: [{ kind: 'photo', count: 2, label: 'Ảnh chụp tin, bài hoặc khẩu hiệu đã đăng' }] },
  'II.2': { figuresAsked: ['reach'], evidenceAsked: [{ kind: 'list', count: 1, label: 'Danh sách ủng hộ' }] },
  'II.3': { figuresAsked: ['reach', 'children'], evidenceAsked: [{ kind: 'list', count: 1, label: 'Danh sách ký nhận quà' }] },
  'II.4': { figuresAsked: ['children', 'cost'], evidenceAsked: [{ kind: 'document', count: 1, label: 'Biên bản họp xét khen thưởng' }] },
  'II.5': {
    figuresAsked: ['sessions', 'reach', 'children'],
    evidenceAsked: [
      { kind: 'photo', count: 2, label: 'Ảnh buổi sinh hoạt' },
      { kind: 'list', count: 1, label: 'Danh sách trẻ em tham gia' },
    ],
  },
  'IV.1': { figuresAsked: ['reach'], evidenceAsked: [{ kind: 'photo', count: 1, label: 'Ảnh buổi phổ biến Kế hoạch' }] },
}

/** What is asked of a task that is still open; what was accepted was asked only for its reach, in words. */
export const askedOf = (clause: string, accepted: boolean): Asked =>
  accepted ? { figuresAsked: ['reach'], evidenceAsked: [] } : (asked[clause] ?? { figuresAsked: [], evidenceAsked: [] })

type SampleStep = { clause: string; unit: string; title: string; person?: string; dueOn?: string; doneOn?: string }

const steps: readonly SampleStep[] = [
  { clause: 'II.1', unit: 'application', title: 'Biên tập tin, bài theo chủ đề năm 2021', doneOn: '2021-06-08' },
  { clause: 'II.1', unit: 'application', title: 'Trình Ban Biên tập duyệt', doneOn: '2021-06-09' },
  { clause: 'II.1', unit: 'application', title: 'Đăng bài về an toàn cho trẻ em trên môi trường mạng', person: 'KH029', dueOn: '2021-06-22' },
  { clause: 'II.5', unit: 'science', title: 'Thống nhất thời gian sinh hoạt với Công đoàn', doneOn: '2021-06-14' },
  { clause: 'II.5', unit: 'science', title: 'Lập danh sách con em của phòng', person: 'KH015', dueOn: '2021-06-16', doneOn: '2021-06-16' },
  { clause: 'II.5', unit: 'science', title: 'Bổ sung ảnh buổi sinh hoạt và số trẻ em tham gia', person: 'KH013', dueOn: '2021-06-22' },
]

type SampleChase = { clause: string; unit: string; on: string; text: string }

const chases: readonly SampleChase[] = [
  {
    clause: 'IV.1',
    unit: 'inspectorate',
    on: '2021-06-10',
    text: 'Thanh tra Sở đã quá hạn phổ biến Kế hoạch, đề nghị thực hiện và báo cáo trước 15/6.',
  },
  {
    clause: 'IV.1',
    unit: 'inspectorate',
    on: '2021-06-17',
    text: 'Đôn đốc lần hai: đề nghị Chánh Thanh tra báo cáo ngay kết quả phổ biến Kế hoạch.',
  },
  { clause: 'II.5', unit: 'standards', on: '2021-06-19', text: 'Nhiệm vụ đến hạn ngày 18/6, đề nghị Chi cục báo cáo kết quả kèm ảnh minh chứng.' },
  { clause: 'II.5', unit: 'science', on: '2021-06-19', text: 'Đề nghị phòng bổ sung ảnh minh chứng và số trẻ em theo yêu cầu, gửi lại trước 23/6.' },
]

type Hung = { db: Db; people: SamplePeople; actor: (username: string) => string; taskOf: (clause: string, unit: string) => Task }

const at = (day: string) => morningOf(toDbDate(day))

/** Checklists, parts of employees, chases that led to leadership, and an extension that waits for the office. */
export const makeSampleTaskDepth = async ({ db, people, actor, taskOf }: Hung): Promise<void> => {
  for (const [sortOrder, { clause, unit, title, person, dueOn, doneOn }] of steps.entries()) {
    await makeTaskStep(db, {
      taskId: taskOf(clause, unit).id,
      title,
      sortOrder,
      assigneeId: person === undefined ? null : people.employee(person).id,
      dueOn: dueOn === undefined ? null : toDbDate(dueOn),
      ...(doneOn !== undefined && { doneAt: at(doneOn), doneById: actor(unit === 'science' ? 'truongphong' : 'ungdung') }),
      createdAt: at('2021-06-07'),
    })
  }
  for (const { clause, unit, on, text } of chases) {
    await makeTaskChase(db, { taskId: taskOf(clause, unit).id, text, chasedById: actor('vanphong'), chasedAt: at(on) })
  }
  await db.task.update({ where: { id: taskOf('IV.1', 'inspectorate').id }, data: { escalatedAt: at('2021-06-17') } })
  const late = taskOf('II.5', 'science')
  await makeTaskExtension(db, {
    taskId: late.id,
    dueOn: toDbDate('2021-06-25'),
    previousDueOn: late.dueOn,
    reason: 'Hai cán bộ của phòng đang cách ly y tế, chưa tổ chức được buổi sinh hoạt bổ sung.',
    requestedById: actor('truongphong'),
    requestedAt: at('2021-06-19'),
  })
}
