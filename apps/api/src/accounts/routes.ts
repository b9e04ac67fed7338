import { accounts } from '@chung-tay/contracts/accounts'
import type { FastifyInstance } from 'fastify'
import { implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import type { Actors } from './actors.ts'
import {
  changePassword,
  createAccount,
  getAccount,
  getMe,
  listAccounts,
  resetPassword,
  setLanguage,
  signOutEverywhere,
  updateAccount,
} from './service.ts'

export const accountRoutes = (actors: Actors) => async (app: FastifyInstance) => {
  // Roles, passwords and sessions change here: nobody keeps an old right for the seconds a session is remembered.
  app.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') actors.forgetAll()
  })
  implement(app, accounts.me, ({ context }) => getMe(context))
  implement(app, accounts.setLanguage, ({ context, body }) => setLanguage(context, body.language))
  implement(app, accounts.changePassword, ({ context, body }) => changePassword(context, body))
  implement(app, accounts.signOutEverywhere, ({ context }) => signOutEverywhere(context))
  implement(app, accounts.list, ({ context, query }) => listAccounts(context, query))
  implementExport(app, accounts.list, {
    name: 'tai-khoan',
    columns: [
      { header: 'Họ và tên', value: (account) => account.name },
      { header: 'Tên đăng nhập', value: (account) => account.username },
      { header: 'Vai trò', value: (account) => account.roles.join(', ') },
      { header: 'Đang dùng', value: (account) => (account.active ? 'Có' : 'Không') },
    ],
    list: (context, _params, query) => listAccounts(context, query),
  })
  implement(app, accounts.get, ({ context, params }) => getAccount(context, params.id))
  implement(app, accounts.create, ({ context, body }) => createAccount(context, body))
  implement(app, accounts.update, ({ context, params, body }) => updateAccount(context, params.id, body))
  implement(app, accounts.resetPassword, ({ context, params }) => resetPassword(context, params.id))
}
