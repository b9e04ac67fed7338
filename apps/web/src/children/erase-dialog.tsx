import { type DataRequestRecord, dataRequests } from '@chung-tay/contracts/data-requests'
import { cleanText } from '@chung-tay/domain/text'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { sendByKeys } from '../ui/layer.ts'
import { Answer } from '../ui/record-query.tsx'
import { ErasureFacts } from './erasure-facts.tsx'

/** Shows what goes and what stays, and asks for the child's name before what cannot be undone. */
export const EraseDialog = ({ request, onClose }: { request: DataRequestRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const { id, version, childName } = request
  const [typed, setTyped] = useState('')
  const preview = useQuery(queryOf(dataRequests.erasure, { params: { id } }))
  const erase = useAction(dataRequests.erase, { done: t`Đã xóa hồ sơ, phụ huynh được báo`, onDone: onClose })
  const same = cleanText(typed).toLocaleLowerCase('vi') === cleanText(childName ?? '').toLocaleLowerCase('vi')
  return (
    <Dialog onClose={onClose} title={t`Xóa hồ sơ của cháu ${childName ?? ''}?`} size="lg">
      <form
        noValidate
        onKeyDown={sendByKeys}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (same && !erase.isPending) erase.mutate({ params: { id }, body: { confirm: typed }, version })
        }}
      >
        <Answer query={preview}>
          {(erasure) => (
            <Stack>
              <ErasureFacts erasure={erasure} />
              <Alert color="red">
                <Trans>Việc này không thể hoàn tác. Bản sao lưu làm trước hôm nay vẫn còn hồ sơ này: nếu phục hồi từ đó thì phải xóa lại.</Trans>
              </Alert>
              <TextInput
                label={t`Gõ họ tên cháu để xác nhận`}
                description={childName}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  <Trans>Không xóa</Trans>
                </Button>
                <Button type="submit" color="red" disabled={!same} loading={erase.isPending}>
                  <Trans>Xóa vĩnh viễn</Trans>
                </Button>
              </Group>
            </Stack>
          )}
        </Answer>
      </form>
    </Dialog>
  )
}
