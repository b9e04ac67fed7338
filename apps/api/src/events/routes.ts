import { type EventRecord, events } from '@chung-tay/contracts/events'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { attachPhotos, cancelEvent, createEvent, getEvent, holdEvent, listEvents, updateEvent } from './service.ts'

/** The words of the exported list, a document of the office. */
const kindNames: Record<EventRecord['kind'], string> = {
  session: 'Buổi tuyên truyền, tập huấn',
  outing: 'Tham quan',
  entertainment: 'Vui chơi, giải trí',
  sport: 'Thể thao',
  culture: 'Văn hóa, văn nghệ',
  ceremony: 'Lễ, gặp mặt',
  movement: 'Phong trào',
}
const statusNames: Record<EventRecord['status'], string> = { planned: 'Dự kiến', held: 'Đã tổ chức', cancelled: 'Đã hủy' }

const columns = [
  { header: 'Ngày', width: 12, value: (event: EventRecord) => formatDay(event.heldOn) },
  { header: 'Hoạt động, sự kiện', width: 50, value: (event: EventRecord) => event.name },
  { header: 'Loại', width: 20, value: (event: EventRecord) => kindNames[event.kind] },
  { header: 'Đơn vị', width: 30, value: (event: EventRecord) => event.unitName },
  { header: 'Địa điểm', width: 30, value: (event: EventRecord) => event.place },
  { header: 'Trạng thái', width: 14, value: (event: EventRecord) => statusNames[event.status] },
  { header: 'Số người tham gia', width: 16, value: (event: EventRecord) => event.participants },
  { header: 'Số trẻ em', width: 12, value: (event: EventRecord) => event.childrenReached },
  { header: 'Kinh phí (đồng)', width: 16, value: (event: EventRecord) => event.cost },
  { header: 'Số sự cố', width: 10, value: (event: EventRecord) => event.incidents },
  { header: 'Diễn biến sự cố', width: 40, value: (event: EventRecord) => event.incidentNote },
  { header: 'Kết quả', width: 60, value: (event: EventRecord) => event.summary },
]

export const eventRoutes = async (app: FastifyInstance) => {
  implement(app, events.list, ({ context, params, query }) => listEvents(context, params.campaignId, query))
  implementExport(app, events.list, { name: 'su-kien', columns, list: (context, params, query) => listEvents(context, params.campaignId, query) })
  implement(app, events.create, ({ context, params, body }) => createEvent(context, params.campaignId, body))
  implement(app, events.get, ({ context, params }) => getEvent(context, params.id))
  implement(app, events.update, ({ context, params, body }) => updateEvent(context, params.id, body))
  implement(app, events.hold, ({ context, params, body }) => holdEvent(context, params.id, body))
  implement(app, events.cancel, ({ context, params, body }) => cancelEvent(context, params.id, body.reason))
  implement(app, events.attach, ({ context, params, body }) => attachPhotos(context, params.id, body.fileIds))
}
