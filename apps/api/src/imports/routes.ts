import { imports } from '@chung-tay/contracts/imports'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { pasteTable } from './paste.ts'

export const importRoutes = async (app: FastifyInstance) => {
  implement(app, imports.paste, ({ context, body }) => pasteTable(context, body.text))
}
