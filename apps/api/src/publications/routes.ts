import { type PublicationRecord, publications } from '@chung-tay/contracts/publications'
import { formatDay } from '@chung-tay/domain/dates'
import type { Channel, PublicationKind } from '@chung-tay/domain/publications/status'
import type { FastifyInstance } from 'fastify'
import { implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { findCleared } from './children.ts'
import {
  countPublications,
  createPublication,
  getPublication,
  listPublications,
  publishPublication,
  updatePublication,
  withdrawPublication,
} from './service.ts'

const kinds: Record<PublicationKind, string> = { news: 'Tin', article: 'Bài viết', slogan: 'Khẩu hiệu', message: 'Thông điệp' }
const channelNames: Record<Channel, string> = {
  website: 'Website',
  zalo: 'Zalo',
  facebook: 'Facebook',
  press: 'Báo chí',
  loudspeaker: 'Loa truyền thanh',
  noticeBoard: 'Bảng tin',
  other: 'Khác',
}

const statusOf = ({ status, overdue, takeDown }: PublicationRecord): string =>
  takeDown ? 'Phải gỡ' : overdue ? 'Quá hạn' : { planned: 'Dự kiến', published: 'Đã đăng', withdrawn: 'Đã rút' }[status]

export const publicationRoutes = async (app: FastifyInstance) => {
  implement(app, publications.list, ({ context, params, query }) => listPublications(context, params.campaignId, query))
  implement(app, publications.counts, ({ context, params }) => countPublications(context, params.campaignId))
  implement(app, publications.cleared, ({ context, query }) => findCleared(context, query))
  implement(app, publications.get, ({ context, params }) => getPublication(context, params.id))
  implement(app, publications.create, ({ context, params, body }) => createPublication(context, params.campaignId, body))
  implement(app, publications.update, ({ context, params, body }) => updatePublication(context, params.id, body))
  implement(app, publications.publish, ({ context, params, body }) => publishPublication(context, params.id, body))
  implement(app, publications.withdraw, ({ context, params, body }) => withdrawPublication(context, params.id, body.reason))
  implementExport(app, publications.list, {
    name: 'tin-bai-khau-hieu',
    columns: [
      { header: 'Loại', value: (item) => kinds[item.kind] },
      { header: 'Kênh', value: (item) => channelNames[item.channel] },
      { header: 'Tiêu đề', width: 50, value: (item) => item.title },
      { header: 'Đơn vị', width: 30, value: (item) => item.unitName },
      { header: 'Ngày dự kiến', value: (item) => formatDay(item.plannedOn) },
      { header: 'Ngày đăng', value: (item) => item.publishedOn && formatDay(item.publishedOn) },
      { header: 'Trạng thái', value: statusOf },
      { header: 'Đường dẫn', width: 40, value: (item) => item.url },
    ],
    list: (context, params, query) => listPublications(context, params.campaignId, query),
  })
}
