import { type BankLineRecord, bankLines, type SuggestionRecord } from '@chung-tay/contracts/bank-lines'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '../ui/action.ts'

type Part = SuggestionRecord['parts'][number]

const partOf = ({ kind, id, amount }: Part) => (kind === 'pledge' ? { kind, pledgeId: id, amount } : { kind, donationId: id })

/** What somebody else did meanwhile is read again when one is told of it. */
export const useReadAgain = () => {
  const client = useQueryClient()
  return { onError: () => void client.invalidateQueries() }
}

/** Takes a line as it was suggested. */
export const useAccept = () => {
  const { t } = useLingui()
  const again = useReadAgain()
  const match = useAction(bankLines.match, { done: ({ parts }) => t`Đã ghi nhận, biên nhận số ${parts.map(({ receipt }) => receipt).join(', ')}` })
  const accept = ({ id, version }: BankLineRecord, { parts }: SuggestionRecord) =>
    match.mutate({ params: { id }, body: { parts: parts.map(partOf) }, version }, again)
  return { accept, pending: (id: string) => match.isPending && match.variables?.params.id === id }
}
