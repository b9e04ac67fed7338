import { campaigns } from '@chung-tay/contracts/campaigns'
import { nextYears } from '@chung-tay/contracts/next-year'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { createNextYear, proposeNextYear } from './next-year.ts'
import {
  approveCampaign,
  closeCampaign,
  createCampaign,
  getCampaign,
  issueCampaign,
  listCampaigns,
  returnCampaign,
  startCampaign,
  submitCampaign,
  updateCampaign,
} from './service.ts'

export const campaignRoutes = async (app: FastifyInstance) => {
  implement(app, campaigns.list, ({ context }) => listCampaigns(context))
  implement(app, campaigns.get, ({ context, params }) => getCampaign(context, params.id))
  implement(app, campaigns.create, ({ context, body }) => createCampaign(context, body))
  implement(app, campaigns.update, ({ context, params, body }) => updateCampaign(context, params.id, body))
  implement(app, campaigns.submit, ({ context, params }) => submitCampaign(context, params.id))
  implement(app, campaigns.approve, ({ context, params }) => approveCampaign(context, params.id))
  implement(app, campaigns.return, ({ context, params, body }) => returnCampaign(context, params.id, body.reason))
  implement(app, campaigns.issue, ({ context, params, body }) => issueCampaign(context, params.id, body))
  implement(app, campaigns.start, ({ context, params }) => startCampaign(context, params.id))
  implement(app, campaigns.close, ({ context, params }) => closeCampaign(context, params.id))
  implement(app, nextYears.propose, ({ context, params, query }) => proposeNextYear(context, params.id, query.year))
  implement(app, nextYears.create, ({ context, params, body }) => createNextYear(context, params.id, body))
}
