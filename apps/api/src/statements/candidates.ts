import type { SuggestionRecord } from '@chung-tay/contracts/bank-lines'
import { fromDbDate } from '@chung-tay/domain/dates'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { type DonationToMatch, type LineToMatch, type PledgeToMatch, suggestionsFor } from '@chung-tay/domain/statements/suggestions'
import type { Db } from '../http/context.ts'

type Named = { fundName: string; label: string }
export type Candidates = { pledges: (PledgeToMatch & Named)[]; donations: (DonationToMatch & Named)[] }

const names = { donor: { select: { name: true } }, fund: { select: { name: true } } } as const

/** What lines of a month may be: its pledges of money, and transfers that were recorded by hand and have no line yet. */
export const candidatesOf = async (db: Db, campaignId: string): Promise<Candidates> => {
  const pledges = await db.pledge.findMany({ where: { campaignId, amount: { not: null } }, include: names })
  const donations = await db.donation.findMany({
    where: { campaignId, method: 'transfer', status: 'recorded', bankParts: { none: { released: false } } },
    include: { ...names, pledge: { select: { reference: true } } },
  })
  return {
    pledges: pledges.map(({ id, reference, amount, received, status, donor, fund }) => ({
      id,
      reference,
      label: reference,
      donorName: donor.name,
      fundName: fund.name,
      amount: Number(amount),
      left: Math.max(0, Number(amount) - Number(received)),
      open: status === 'open' || status === 'partly',
    })),
    donations: donations.map(({ id, donor, fund, amount, receivedOn, receiptYear, receiptNumber, pledge }) => ({
      id,
      label: numberLabel('receipt', receiptYear, receiptNumber),
      donorName: donor.name,
      fundName: fund.name,
      amount: Number(amount),
      receivedOn: fromDbDate(receivedOn),
      pledgeReference: pledge?.reference ?? null,
    })),
  }
}

/** The suggestions of a line with what a person needs to judge them. */
export const suggestionsOf = (line: LineToMatch, candidates: Candidates): SuggestionRecord[] => {
  const pledges = new Map(candidates.pledges.map((one) => [one.id, one]))
  const donations = new Map(candidates.donations.map((one) => [one.id, one]))
  return suggestionsFor(line, candidates).map(({ parts, reasons, certain }) => ({
    reasons,
    certain,
    parts: parts.map(({ kind, id, amount }) => {
      const one = kind === 'pledge' ? pledges.get(id) : donations.get(id)
      const left = kind === 'pledge' ? (pledges.get(id)?.left ?? null) : null
      return { kind, id, amount, left, label: one?.label ?? '', donorName: one?.donorName ?? '', fundName: one?.fundName ?? '' }
    }),
  }))
}

/** What is left to others once a suggestion was taken, without asking the database again. */
export const withoutTaken = ({ pledges, donations }: Candidates, parts: SuggestionRecord['parts']): Candidates => {
  const taken = new Map(parts.map(({ id, amount }) => [id, amount]))
  return {
    pledges: pledges.map((one) => {
      const left = Math.max(0, one.left - (taken.get(one.id) ?? 0))
      return { ...one, left, open: one.open && left > 0 }
    }),
    donations: donations.filter(({ id }) => !taken.has(id)),
  }
}
