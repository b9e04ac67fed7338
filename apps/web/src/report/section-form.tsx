import { type ReportRecord, type ReportSectionRecord, reports } from '@chung-tay/contracts/report'
import { plainText } from '@chung-tay/domain/report/plain-text'
import { useLingui } from '@lingui/react/macro'
import { Skeleton, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useController } from 'react-hook-form'
import { call } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import type { Insertion } from './editor/section-editor.tsx'
import { SectionSources } from './section-sources.tsx'

// The editor is heavy: it comes when somebody writes.
const SectionEditor = lazy(async () => ({ default: (await import('./editor/section-editor.tsx')).SectionEditor }))

/** The text of one section, merged out of what the units reported; a draft stays on the device, and another person's save is merged. */
export const SectionForm = ({ report, section, onClose }: { report: ReportRecord; section: ReportSectionRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [insertion, setInsertion] = useState<Insertion | null>(null)
  const form = useRecordForm({
    contract: reports.editSection,
    draftKey: `report-section:${section.id}`,
    defaults: { blocks: section.blocks },
    version: section.version,
    input: (body, version) => ({ params: { id: section.id }, body, version }),
    reload: async () => {
      const { report: fresh } = await call(reports.get, { params: { campaignId: report.campaignId } })
      const now = fresh?.sections.find(({ id }) => id === section.id) ?? section
      return { values: { blocks: now.blocks }, version: now.version }
    },
    onSaved: (saved) => {
      // Whoever hands it in right away hands in this version.
      client.setQueryData(queryOf(reports.get, { params: { campaignId: report.campaignId } }).queryKey, { report: saved })
      toastDone(t`Đã lưu nội dung`)
      onClose()
    },
  })
  const { field, fieldState } = useController({ control: form.control, name: 'blocks' })
  form.describe('blocks', { label: t`Nội dung`, show: (value) => plainText(value as ReportSectionRecord['blocks']) })
  const clause = section.key.startsWith('results:') ? section.key.slice('results:'.length) : null
  return (
    <FormBody form={form} submitLabel={t`Lưu`} onCancel={onClose}>
      <Stack gap="md">
        <Suspense fallback={<Skeleton h={180} />}>
          <SectionEditor
            label={t`Nội dung mục ${section.heading}`}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
            insertion={insertion}
          />
        </Suspense>
        {clause !== null && (
          <SectionSources clause={clause} text={plainText(field.value)} onInsert={(text) => setInsertion({ text, at: (insertion?.at ?? 0) + 1 })} />
        )}
      </Stack>
    </FormBody>
  )
}
