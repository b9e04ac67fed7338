import type { ledger } from '@chung-tay/contracts/ledger'
import { checkNames } from '@chung-tay/domain/ledger/checks'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { checkLedger } from './service.ts'
import type { Occasion } from './watch.ts'

type Answer = z.output<typeof ledger.checks.response>

/** The invariants looked at now, and when they were last looked at: at the start, at night, and before what is closed or signed only if they hold. */
export const getLedgerChecks = async (context: Context): Promise<Answer> => {
  const { db } = context
  const last = async (occasion: Occasion) => {
    const run = await db.ledgerCheckRun.findFirst({ where: { occasion }, orderBy: { createdAt: 'desc' } })
    return run && { at: run.createdAt, failed: checkNames.filter((name) => run.failed.includes(name)) }
  }
  const held = (at: Date | null | undefined) => (at ? { at, failed: [] } : null)
  const [now, start, night, closing, report] = await Promise.all([
    checkLedger(context),
    last('start'),
    last('night'),
    db.ledgerClosing.findFirst({ where: { reason: null }, orderBy: { sequence: 'desc' }, select: { createdAt: true } }),
    db.report.findFirst({ where: { signedAt: { not: null } }, orderBy: { signedAt: 'desc' }, select: { signedAt: true } }),
  ])
  return { ...now, lastRuns: { start, night, closing: held(closing?.createdAt), report: held(report?.signedAt) } }
}
