import { type PublicationDetail, publications } from '@chung-tay/contracts/publications'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'

type Featured = PublicationDetail['children'][number]
type Props = { publication: PublicationDetail }

const usesOf = ({ named, pictured }: Featured): string =>
  [named && t`nêu họ tên`, pictured && t`có trong ảnh`].filter((use) => use !== false).join(', ')

const nameOf = ({ name }: Featured): string => name ?? t`Hồ sơ đã xóa`

const stoppedWords = ({ stopped }: Featured): string => stopped.map((purpose) => (purpose === 'publishName' ? t`gỡ họ tên` : t`gỡ ảnh`)).join(', ')

/** Who is named or shown, as the facts of a piece tell it. */
export const featuredText = (children: PublicationDetail['children']): string => children.map((one) => `${nameOf(one)} (${usesOf(one)})`).join('; ')

/** Says that the piece is without the child now: what was done on the channel itself, the program cannot see. */
const DoneButton = ({ publication }: Props) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const save = useAction(publications.update, { done: t`Đã ghi nhận là đã gỡ`, onDone: () => setAsked(false) })
  const { id, version, kind, channel, title, content, url, plannedOn, unitId } = publication
  const children = publication.children.flatMap(({ childId, named, pictured, stopped }) => {
    const left = { childId, named: named && !stopped.includes('publishName'), pictured: pictured && !stopped.includes('publishPhoto') }
    return left.named || left.pictured ? [left] : []
  })
  return (
    <>
      <Button size="compact-sm" color="red" onClick={() => setAsked(true)}>
        {t`Đã gỡ khỏi bài…`}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t`Đã gỡ trên kênh đăng?`}
          confirmLabel={t`Đã gỡ`}
          pending={save.isPending}
          onClose={() => setAsked(false)}
          onConfirm={() =>
            save.mutate({ params: { id }, version, body: { kind, channel, title, content, url, plannedOn, unitId, fileIds: [], children } })
          }
        >
          <Trans>Họ tên, ảnh của cháu không còn trên trang, bài đã đăng. Nếu tên cháu còn trong tiêu đề, nội dung ghi ở đây thì bấm Sửa trước.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}

/** What must come down and what can be done about it. */
export const TakeDown = ({ publication, may }: Props & { may: boolean }) => {
  const { t } = useLingui()
  return (
    <Alert color="red" title={t`Phải gỡ: gia đình đã rút sự đồng ý`}>
      <Stack gap="xs" align="flex-start">
        <List size="sm">
          {publication.children
            .filter(({ stopped }) => stopped.length > 0)
            .map((one) => (
              <List.Item key={one.childId}>
                {nameOf(one)}: {stoppedWords(one)}
              </List.Item>
            ))}
        </List>
        <Text size="sm">
          <Trans>Gỡ họ tên, ảnh của cháu trên kênh đã đăng rồi ghi nhận ở đây, hoặc rút cả bài.</Trans>
        </Text>
        {may && <DoneButton publication={publication} />}
      </Stack>
    </Alert>
  )
}
