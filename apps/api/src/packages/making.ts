import type { KeyObject } from 'node:crypto'
import type { FiguresPackage } from '@chung-tay/contracts/figures-package'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { packFigures } from '@chung-tay/domain/packages/figures'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { readSnapshot } from '../report/content.ts'
import { fingerprintOf, newKeyPair, openKey, signContent } from './signing.ts'

const newest = ({ db }: Context) => db.signingKey.findFirst({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

export const getSigningKey = async (context: Context) => {
  const row = await newest(context)
  return { key: row && { publicKey: row.publicKey, fingerprint: fingerprintOf(row.publicKey), createdAt: row.createdAt } }
}

/** The key of the agency, made with its first package; one that cannot be opened any more is followed by a new one. */
const signingKey = async (context: WriteContext, secret: string): Promise<KeyObject> => {
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('signing-key', 0))`
  const kept = await newest(context)
  const open = kept && openKey(kept.sealedKey, secret)
  if (open) return open
  const made = newKeyPair(secret)
  await context.db.signingKey.create({ data: { ...made, createdAt: context.clock.now() } })
  return found(openKey(made.sealedKey, secret))
}

/** Figures of the very report that was signed, out of its snapshot: later changes of the records are not in it. */
export const makePackage = async (context: WriteContext, id: string, secret: string): Promise<FiguresPackage> => {
  const row = found(await context.db.report.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Report')] } }))
  if (row.status !== 'signed' || row.snapshotHash === null) throw new DomainError('TRANSITION_NOT_ALLOWED', { status: row.status })
  if (row.number === null || row.issuedOn === null) throw new DomainError('REPORT_NOT_ISSUED')
  const { letterhead, campaign, figures } = readSnapshot(row.snapshot)
  const { name, parentName, symbol } = letterhead
  const signed = signContent(
    {
      format: 'chung-tay/figures-package',
      formatVersion: 1,
      agency: { name, parentName, symbol },
      year: campaign.year,
      revision: row.revision,
      reportNumber: `${row.number}/BC-${symbol}`,
      issuedOn: fromDbDate(row.issuedOn),
      reportHash: row.snapshotHash,
      figures: packFigures(figures),
    },
    await signingKey(context, secret),
  )
  await context.audit({ subject: 'Report', id, after: { package: signed.signature.value } })
  return signed
}
