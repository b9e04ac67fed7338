import { campaigns } from '@chung-tay/contracts/campaigns'
import { nextYears } from '@chung-tay/contracts/next-year'
import { planImports } from '@chung-tay/contracts/plan-import'
import { documentFindings, planComments, planVersions } from '@chung-tay/contracts/plan-versions'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { findingsOf } from '../http/findings.ts'
import { implement } from '../http/implement.ts'
import { createComment, listComments, resolveComment } from './comments.ts'
import { checkPlanImport, runPlanImport } from './import.ts'
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
import { getVersion, listVersions, writePlan } from './versions.ts'

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
  implement(app, planVersions.list, ({ context, params }) => listVersions(context, params.id))
  implement(app, planVersions.get, ({ context, params }) => getVersion(context, params.id))
  implementDocument(app, [planVersions.document, planVersions.documentPdf], ({ context, params }) => writePlan(context, params.id))
  implement(app, documentFindings.plan, async ({ context, params }) => findingsOf(await writePlan(context, params.id)))
  implement(app, planComments.list, ({ context, params }) => listComments(context, params.id))
  implement(app, planComments.create, ({ context, params, body }) => createComment(context, params.id, body))
  implement(app, planComments.resolve, ({ context, params }) => resolveComment(context, params.id))
  implement(app, planImports.check, ({ context, query }) => checkPlanImport(context, query.fileId))
  implement(app, planImports.run, ({ context, body }) => runPlanImport(context, body))
  implement(app, nextYears.propose, ({ context, params, query }) => proposeNextYear(context, params.id, query.year))
  implement(app, nextYears.create, ({ context, params, body }) => createNextYear(context, params.id, body))
}
