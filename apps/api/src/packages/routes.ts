import { type PackageTotal, packages } from '@chung-tay/contracts/packages'
import type { FastifyInstance } from 'fastify'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { getSigningKey, makePackage } from './making.ts'
import { addSender, getPackage, listSenders, listStatus, receivePackage, sumYear, updateSender } from './receiving.ts'

const columns: ExportColumn<PackageTotal>[] = [
  { header: 'Chỉ tiêu', width: 50, value: (line) => line.label },
  { header: 'Trong đó', width: 30, value: (line) => line.breakdownLabel },
  { header: 'Đơn vị tính', value: (line) => line.unit },
  { header: 'Tổng số', value: (line) => line.value },
  { header: 'Số cơ quan', value: (line) => line.agencies },
]

/** `secret` seals the private key that signs. */
export const packageRoutes = (secret: string) => async (app: FastifyInstance) => {
  implement(app, packages.key, ({ context }) => getSigningKey(context))
  implement(app, packages.make, ({ context, params }) => makePackage(context, params.id, secret))
  implement(app, packages.senders, ({ context }) => listSenders(context))
  implement(app, packages.addSender, ({ context, body }) => addSender(context, body))
  implement(app, packages.updateSender, ({ context, params, body }) => updateSender(context, params.id, body))
  implement(app, packages.status, ({ context, query }) => listStatus(context, query.year))
  implement(app, packages.totals, ({ context, query }) => sumYear(context, query))
  implement(app, packages.get, ({ context, params }) => getPackage(context, params.id))
  implement(app, packages.receive, ({ context, body }) => receivePackage(context, body.file))
  implementExport(app, packages.totals, { name: 'tong-hop-so-lieu', columns, list: (context, _, query) => sumYear(context, query) })
}
