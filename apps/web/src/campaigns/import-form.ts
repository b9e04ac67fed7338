import { type PlanImportCheck, planImports } from '@chung-tay/contracts/plan-import'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

export type ImportValues = ValuesOf<typeof planImports.run>
export type ImportForm = RecordForm<ImportValues>

/** What the paper says, as the form begins; where it says nothing the field is empty, and the form asks for it. */
const valuesOf = (fileId: string, { proposal }: PlanImportCheck, today: string): ImportValues => {
  const { title, theme, preface, purpose, requirements, schoolYear, recipientName, recipients } = proposal
  return {
    fileId,
    year: proposal.year ?? Number(today.slice(0, 4)),
    ...{ title, theme, preface, purpose, requirements, schoolYear, recipientName, recipients },
    startsOn: proposal.startsOn ?? '',
    endsOn: proposal.endsOn ?? '',
    reportDueOn: proposal.reportDueOn ?? '',
    legalBases: proposal.legalBases.map((basis) => ({ ...basis, issuedOn: basis.issuedOn ?? '' })),
    activities: proposal.activities.map(({ clause, kind, title, description, units }) => ({
      ...{ clause, title, description, units },
      // A kind that the words do not tell is chosen by a person.
      kind: kind as ImportValues['activities'][number]['kind'],
    })),
    tasks: proposal.tasks.map(({ clause, title, instructions, unitIds, dueOn }) => ({ clause, title, instructions, unitIds, dueOn: dueOn ?? '' })),
  }
}

/** The confirmation of a read paper: everything in it may be changed before it is written. */
export const useImportForm = (fileId: string, check: PlanImportCheck, today: string): ImportForm => {
  const { t } = useLingui()
  const navigate = useNavigate()
  return useRecordForm({
    contract: planImports.run,
    draftKey: `plan-import:${fileId}`,
    defaults: valuesOf(fileId, check, today),
    input: (body) => ({ body }),
    onSaved: ({ year }) => {
      toastDone(t`Đã lập kế hoạch năm ${String(year)} từ tệp Word. Hãy xem lại rồi trình Lãnh đạo.`)
      void navigate({ to: '/$year/plan', params: { year }, search: {} })
    },
  })
}
