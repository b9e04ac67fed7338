import { type annexes as AnnexContracts, annexes } from '@chung-tay/contracts/annex'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { type IndicatorKey, indicatorGroups, indicatorKeys, indicators } from '@chung-tay/domain/report/indicators'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Menu, Paper, Select, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconHeading } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign } from '../../session/session.ts'
import { useAction } from '../../ui/action.ts'
import { ConfirmDialog } from '../../ui/dialogs.tsx'
import { groupLabels, indicatorLabel } from '../report-labels.ts'
import { type EditedRow, RowEditor } from './row-editor.tsx'

type Annex = OutputOf<typeof AnnexContracts.get>

let made = 0
const keyed = (row: Omit<EditedRow, 'key'>): EditedRow => ({ ...row, key: `row${++made}` })

const editedOf = (annex: Annex): EditedRow[] =>
  annex.rows.map(({ id, indicator, label, unit, by, filter }) => keyed({ id, indicator, label, unit, by, filter }))

const newRow = (key: IndicatorKey): EditedRow =>
  keyed({ id: null, indicator: key, label: indicatorLabel(key), unit: indicators[key].unit, by: [...indicators[key].shown], filter: {} })

const indicatorOptions = () =>
  indicatorGroups.map((group) => ({
    group: groupLabels()[group],
    items: indicatorKeys.filter((key) => indicators[key].group === group).map((key) => ({ value: key, label: indicatorLabel(key) })),
  }))

const moved = (rows: readonly EditedRow[], from: number, to: number): EditedRow[] => {
  const row = rows[from]
  return row === undefined || to < 0 || to >= rows.length ? [...rows] : rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

/** Whole annexes at once: the preset one, or that of the year before. */
const Replace = ({ annex, onClose }: { annex: Annex; onClose: () => void }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [asked, setAsked] = useState<'restore' | 'copy' | null>(null)
  const restore = useAction(annexes.restore, { done: t`Đã khôi phục biểu mặc định`, onDone: onClose })
  const copy = useAction(annexes.copy, { done: t`Đã lấy biểu của năm trước`, onDone: onClose })
  const input = { params: { campaignId }, version: annex.version }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>{t`Thay cả biểu`}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('restore')}>{t`Khôi phục mặc định`}</Menu.Item>
          {annex.previousYear !== null && <Menu.Item onClick={() => setAsked('copy')}>{t`Lấy biểu của năm ${String(annex.previousYear)}`}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          title={asked === 'restore' ? t`Khôi phục biểu mặc định?` : t`Lấy biểu của năm trước?`}
          confirmLabel={t`Thay cả biểu`}
          danger
          pending={restore.isPending || copy.isPending}
          onConfirm={() => (asked === 'restore' ? restore : copy).mutate(input)}
          onClose={() => setAsked(null)}
        >
          <Trans>Các dòng hiện có của phụ lục năm nay được thay bằng biểu này.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}

/** The lines of the annex: added, left out, put in order, named, broken down and narrowed; written when they are saved. */
const AnnexEditor = ({ annex, onClose }: { annex: Annex; onClose: () => void }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [rows, setRows] = useState(() => editedOf(annex))
  const [told, setTold] = useState('')
  const save = useAction(annexes.save, { done: t`Đã lưu biểu phụ lục`, onDone: onClose })
  const move = (from: number, to: number) => {
    const label = rows[from]?.label ?? ''
    setRows(moved(rows, from, to))
    if (to >= 0 && to < rows.length) setTold(t`${label}: dòng ${to + 1} trên ${rows.length}`)
  }
  const unnamed = rows.some(({ label }) => label.trim() === '')
  const body = { rows: rows.map(({ key: _, ...row }) => row) }
  return (
    <Stack gap="xs" mb="xl" role="group" aria-label={t`Sửa biểu phụ lục`}>
      <Text size="sm" c="dimmed">
        <Trans>Chuyển dòng lên, xuống bằng nút mũi tên, hoặc Alt + ↑, Alt + ↓ khi con trỏ ở trong dòng. Thay đổi có hiệu lực khi bấm Lưu biểu.</Trans>
      </Text>
      <VisuallyHidden aria-live="polite">{told}</VisuallyHidden>
      {rows.map((row, at) => (
        <RowEditor
          key={row.key}
          row={row}
          number={at + 1}
          last={at === rows.length - 1}
          onChange={(part) => setRows(rows.with(at, { ...row, ...part }))}
          onMove={(step) => move(at, at + step)}
          onRemove={() => setRows(rows.toSpliced(at, 1))}
        />
      ))}
      <Group align="flex-end" gap="xs">
        <Select
          label={t`Thêm chỉ tiêu`}
          placeholder={t`Chọn chỉ tiêu`}
          searchable
          value={null}
          data={indicatorOptions()}
          onChange={(key) => {
            const indicator = indicatorKeys.find((one) => one === key)
            if (indicator) setRows([...rows, newRow(indicator)])
          }}
          style={{ flex: '1 1 240px' }}
        />
        <Button
          variant="default"
          leftSection={<IconHeading size={16} aria-hidden />}
          onClick={() => setRows([...rows, keyed({ id: null, indicator: null, label: t`Đề mục mới`, unit: '', by: [], filter: {} })])}
        >{t`Thêm đề mục`}</Button>
      </Group>
      <Paper withBorder p="xs" pos="sticky" bottom={0} style={{ zIndex: 1 }}>
        <Group justify="space-between" gap="xs">
          <Replace annex={annex} onClose={onClose} />
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={onClose}>{t`Hủy`}</Button>
            <Button
              size="xs"
              disabled={unnamed}
              loading={save.isPending}
              onClick={() => save.mutate({ params: { campaignId }, body, version: annex.version })}
            >{t`Lưu biểu`}</Button>
          </Group>
        </Group>
      </Paper>
    </Stack>
  )
}

export default AnnexEditor
