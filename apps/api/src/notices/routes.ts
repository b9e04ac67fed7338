import { notices } from '@chung-tay/contracts/notices'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { confirmLink, confirmOnPaper, listProgress, listReaders, listSheet, openLink, remindReaders } from './readers.ts'
import { confirmNotice, createNotice, gatherReaders, getNotice, listNotices, proposeNotice, publishNotice, updateNotice } from './service.ts'

/** One person opens one link; a whole office behind one address scans within a minute. */
const limit = 120

export const noticeRoutes = async (app: FastifyInstance) => {
  implement(app, notices.list, ({ context, params }) => listNotices(context, params.campaignId))
  implement(app, notices.words, ({ context, params }) => proposeNotice(context, params.campaignId))
  implement(app, notices.get, ({ context, params }) => getNotice(context, params.id))
  implement(app, notices.create, ({ context, params, body }) => createNotice(context, params.campaignId, body))
  implement(app, notices.update, ({ context, params, body }) => updateNotice(context, params.id, body))
  implement(app, notices.publish, ({ context, params }) => publishNotice(context, params.id))
  implement(app, notices.gather, ({ context, params }) => gatherReaders(context, params.id))
  implement(app, notices.confirm, ({ context, params }) => confirmNotice(context, params.id))
  implement(app, notices.progress, ({ context, params }) => listProgress(context, params.id))
  implement(app, notices.readers, ({ context, params }) => listReaders(context, params.id))
  implement(app, notices.remind, ({ context, params }) => remindReaders(context, params.id))
  implement(app, notices.onPaper, ({ context, params }) => confirmOnPaper(context, params.id))
  implement(app, notices.sheet, ({ context, params }) => listSheet(context, params.id))
  implement(app, notices.open, ({ context, params }) => openLink(context, params.token), { limit })
  implement(app, notices.confirmLink, ({ context, params }) => confirmLink(context, params.token), { limit })
}
