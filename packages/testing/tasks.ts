import type { Prisma, Task } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import { type Db, makeUnit, next } from './agency.ts'
import { makeActivity } from './campaigns.ts'

/** A task of a unit, just assigned and due at the end of June 2021; its campaign is that of the activity. */
export const makeTask = async (db: Db, overrides: Partial<Prisma.TaskUncheckedCreateInput> = {}): Promise<Task> => {
  const activity = overrides.activityId
    ? await db.activity.findUniqueOrThrow({ where: { id: overrides.activityId } })
    : await makeActivity(db, overrides.campaignId === undefined ? {} : { campaignId: overrides.campaignId })
  const unitId = overrides.unitId ?? (await makeUnit(db)).id
  const title = overrides.title ?? `Treo khẩu hiệu, thông điệp Tháng hành động (đợt ${next()})`
  return db.task.create({
    data: {
      instructions: 'Treo tại trụ sở, chụp ảnh làm minh chứng',
      dueOn: toDbDate('2021-06-30'),
      ...overrides,
      title,
      unitId,
      activityId: activity.id,
      campaignId: activity.campaignId,
      search: foldText(`${title} ${overrides.instructions ?? 'Treo tại trụ sở, chụp ảnh làm minh chứng'}`),
    },
  })
}

/** A part of a task, given to nobody in particular. */
export const makeTaskStep = (db: Db, overrides: Partial<Prisma.TaskStepUncheckedCreateInput> & { taskId: string }) =>
  db.taskStep.create({ data: { title: `Chuẩn bị nội dung (phần ${next()})`, createdAt: toDbDate('2021-06-10'), ...overrides } })

/** A chase that the unit has not answered. */
export const makeTaskChase = (db: Db, overrides: Partial<Prisma.TaskChaseUncheckedCreateInput> & { taskId: string; chasedById: string }) =>
  db.taskChase.create({ data: { text: 'Đề nghị đơn vị khẩn trương thực hiện và báo cáo.', chasedAt: toDbDate('2021-06-18'), ...overrides } })

/** An extension that waits for the office. */
export const makeTaskExtension = (db: Db, overrides: Partial<Prisma.TaskExtensionUncheckedCreateInput> & { taskId: string; requestedById: string }) =>
  db.taskExtension.create({
    data: {
      dueOn: toDbDate('2021-07-05'),
      previousDueOn: toDbDate('2021-06-30'),
      reason: 'Cán bộ phụ trách đang cách ly y tế.',
      requestedAt: toDbDate('2021-06-19'),
      ...overrides,
    },
  })

/** A photo that its uploader has not hung on any record; its bytes are not in the store. */
export const makePhoto = (db: Db, uploadedById: string, overrides: Partial<Prisma.FileUncheckedCreateInput> = {}) =>
  db.file.create({
    data: { name: 'bang-ron.jpg', mediaType: 'image/jpeg', size: 120_000, sha256: next().toString(16).padStart(64, '0'), uploadedById, ...overrides },
  })
