import { imports } from '@chung-tay/contracts/imports'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconClipboardText, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { mutationOf } from '../api/query.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { InAppHint } from '../ui/in-app-hint.tsx'
import { problemText } from '../ui/problem-text.ts'
import { ImportPhases } from './import-phases.tsx'

/** Cells copied from Excel, for who has the sheet open anyway. */
const Paste = ({ onUploaded, onClose }: { onUploaded: (fileId: string) => void; onClose: () => void }) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const paste = useMutation({ ...mutationOf(imports.paste), onSuccess: ({ id }) => onUploaded(id) })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') paste.mutate({ body: { text } })
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t`Các ô đã sao chép`}
          description={t`Trong Excel: chọn cả dòng tiêu đề và các dòng dữ liệu, nhấn Ctrl+C, rồi nhấn Ctrl+V vào đây.`}
          rows={6}
          value={text}
          data-autofocus
          styles={{ input: { fontFamily: 'monospace', whiteSpace: 'pre', overflowX: 'auto' } }}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {paste.isError && (
          <Alert color="red" role="alert">
            {problemText(paste.error)}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={paste.isPending} disabled={text.trim() === ''}>
            <Trans>Đọc bảng đã dán</Trans>
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Chọn tệp</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type ChooseProps = {
  label: string
  /** What a list must have to be used as it is. */
  needs: ReactNode
  templateUrl: string
  onUploaded: (fileId: string) => void
}

/** The sheet that an office has: dropped, chosen or pasted; or the template to fill in. */
export const ImportChoose = ({ label, needs, templateUrl, onUploaded }: ChooseProps) => {
  const [pasting, setPasting] = useState(false)
  return (
    <Stack gap="sm">
      <InAppHint />
      {pasting ? (
        <Paste onUploaded={onUploaded} onClose={() => setPasting(false)} />
      ) : (
        <>
          <FileDrop
            icon={IconFileSpreadsheet}
            hint={<Trans>Thả tệp Excel (.xlsx) vào đây</Trans>}
            label={label}
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onUploaded={onUploaded}
            sending={<ImportPhases at="sending" />}
          />
          <Group>
            <Button variant="subtle" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)}>
              <Trans>Dán từ Excel</Trans>
            </Button>
          </Group>
        </>
      )}
      <Text size="sm">
        <Trans>
          Chưa có bảng? <Anchor href={templateUrl}>Tải tệp mẫu</Anchor>.
        </Trans>{' '}
        {needs}
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>Tệp tải lên được xóa khỏi máy chủ sau 7 ngày.</Trans>
      </Text>
    </Stack>
  )
}
