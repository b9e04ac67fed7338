import { kits } from '@chung-tay/contracts/kits'
import { openingStocks } from '@chung-tay/contracts/opening-stocks'
import { purchases, stockIssues } from '@chung-tay/contracts/purchases'
import { type GiftKindRecord, giftKinds, type StockMovementRecord } from '@chung-tay/contracts/stock'
import { stockCards } from '@chung-tay/contracts/stock-cards'
import { stockCounts } from '@chung-tay/contracts/stock-counts'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { issueStock, listIssues, listPending } from './issues.ts'
import { createKind, enterMovement, getKind, listKinds, listMovements, updateKind } from './kinds.ts'
import { assembleKit } from './kit-assembly.ts'
import { composeKit, getKit } from './kits.ts'
import { movementNames } from './movement-names.ts'
import { listOpeningStocks, recordOpeningStock, voidOpeningStock } from './opening-stock.ts'
import { getPurchase, listPurchases, recordPurchase } from './purchases.ts'
import { writeStockCard } from './stock-card.ts'
import { finishCount } from './stock-count-finish.ts'
import { writeCountMinutes, writeCountSheet } from './stock-count-papers.ts'
import { beginCount, cancelCount, getCount, listCounts, saveCount } from './stock-counts.ts'

const kindColumns: ExportColumn<GiftKindRecord>[] = [
  { header: 'Quà tặng', width: 36, value: ({ name }) => name },
  { header: 'Đơn vị tính', width: 12, value: ({ measure }) => measure },
  { header: 'Đơn giá (đồng)', width: 16, value: ({ unitValue }) => unitValue },
  { header: 'Tồn kho', width: 10, value: ({ stockOnHand }) => stockOnHand },
]

const movementColumns: ExportColumn<StockMovementRecord>[] = [
  { header: 'Ngày', width: 12, value: ({ movedOn }) => formatDay(movedOn) },
  { header: 'Nội dung', width: 24, value: ({ kind }) => movementNames[kind] },
  { header: 'Nhập', width: 10, value: ({ quantity }) => (quantity > 0 ? quantity : null) },
  { header: 'Xuất', width: 10, value: ({ quantity }) => (quantity < 0 ? -quantity : null) },
  { header: 'Tồn', width: 10, value: ({ balance }) => balance },
  { header: 'Lý do, chứng từ', width: 36, value: ({ reason }) => reason },
  { header: 'Người ghi', width: 24, value: ({ byName }) => byName },
]

const kindRoutes = (app: FastifyInstance) => {
  implement(app, giftKinds.list, ({ context, query }) => listKinds(context, query))
  implementExport(app, giftKinds.list, {
    name: 'qua-tang',
    columns: kindColumns,
    list: (context, _, query) => listKinds(context, query),
  })
  implement(app, giftKinds.get, ({ context, params }) => getKind(context, params.id))
  implement(app, giftKinds.create, ({ context, body }) => createKind(context, body))
  implement(app, giftKinds.update, ({ context, params, body }) => updateKind(context, params.id, body))
  implement(app, giftKinds.movements, ({ context, params, query }) => listMovements(context, params.id, query))
  implementExport(app, giftKinds.movements, {
    name: 'the-kho',
    columns: movementColumns,
    list: (context, params, query) => listMovements(context, params.id, query),
  })
  implementDocument(app, [stockCards.word, stockCards.pdf], ({ context, params, query }) => writeStockCard(context, params.id, query))
  implement(app, kits.get, ({ context, params }) => getKit(context, params.id))
  implement(app, kits.compose, ({ context, params, body }) => composeKit(context, params.id, body))
  implement(app, kits.assemble, ({ context, params, body }) => assembleKit(context, params.id, body))
  implement(app, giftKinds.move, ({ context, params, body }) => enterMovement(context, params.id, body))
}

const purchaseRoutes = (app: FastifyInstance) => {
  implement(app, purchases.list, ({ context, params, query }) => listPurchases(context, params.campaignId, query))
  implement(app, purchases.get, ({ context, params }) => getPurchase(context, params.id))
  implement(app, purchases.record, ({ context, params, body }) => recordPurchase(context, params.campaignId, body))
  implement(app, stockIssues.list, ({ context, params, query }) => listIssues(context, params.campaignId, query))
  implement(app, stockIssues.pending, ({ context, params }) => listPending(context, params.campaignId))
  implement(app, stockIssues.create, ({ context, params }) => issueStock(context, params.campaignId))
}

const openingRoutes = (app: FastifyInstance) => {
  implement(app, openingStocks.list, ({ context, params }) => listOpeningStocks(context, params.id))
  implement(app, openingStocks.record, ({ context, params, body }) => recordOpeningStock(context, params.campaignId, body))
  implement(app, openingStocks.void, ({ context, params, body }) => voidOpeningStock(context, params.id, body.reason))
}

const countRoutes = (app: FastifyInstance) => {
  implement(app, stockCounts.list, ({ context, query }) => listCounts(context, query))
  implement(app, stockCounts.get, ({ context, params }) => getCount(context, params.id))
  implement(app, stockCounts.begin, ({ context, body }) => beginCount(context, body))
  implement(app, stockCounts.save, ({ context, params, body }) => saveCount(context, params.id, body))
  implement(app, stockCounts.finish, ({ context, params, body }) => finishCount(context, params.id, body))
  implement(app, stockCounts.cancel, ({ context, params, body }) => cancelCount(context, params.id, body.reason))
  implementDocument(app, [stockCounts.sheet, stockCounts.sheetPdf], ({ context, params }) => writeCountSheet(context, params.id))
  implementDocument(app, [stockCounts.minutes, stockCounts.minutesPdf], ({ context, params }) => writeCountMinutes(context, params.id))
}

/** What lies in the store: its kinds and cards, how it came in, how it left, and how it is counted. */
export const goodsRoutes = async (app: FastifyInstance) => {
  kindRoutes(app)
  purchaseRoutes(app)
  countRoutes(app)
  openingRoutes(app)
}
