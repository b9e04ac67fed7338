import { type PublicationDetail, publications } from '@chung-tay/contracts/publications'
import { type PublicationAction, publicationTransitions } from '@chung-tay/domain/publications/status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconEdit, IconNews, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileLink } from '../ui/fields/file-field.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day } from '../ui/texts.tsx'
import { featuredText, TakeDown } from './featured.tsx'
import { EditPublication } from './publication-form.tsx'
import { channelLabels, kindLabels, StageBadge, stageLabels } from './publication-labels.tsx'
import { PublishForm } from './publish-form.tsx'

type Mode = 'edit' | 'publish'
type Props = { publication: PublicationDetail }

const WithdrawButton = ({ publication }: Props) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const withdraw = useAction(publications.withdraw, { done: t`Đã rút`, onDone: () => setAsked(false) })
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {t`Rút`}
      </Button>
      {asked && (
        <ReasonDialog
          title={t`Rút “${publication.title}”?`}
          confirmLabel={t`Rút`}
          pending={withdraw.isPending}
          onClose={() => setAsked(false)}
          onReason={(reason) => withdraw.mutate({ params: { id: publication.id }, version: publication.version, body: { reason } })}
        />
      )}
    </>
  )
}

const Proof = ({ publication: { files } }: Props) => (
  <Stack gap="xs" component="section">
    <Title order={3} fz="sm">
      <Trans>Minh chứng</Trans>
    </Title>
    {files.map((file) => (
      <div key={file.id}>
        <FileLink file={file} />
        <Text size="xs" c="dimmed" component="div">
          SHA-256{' '}
          <Code fz="xs" style={{ overflowWrap: 'anywhere' }}>
            {file.sha256}
          </Code>
        </Text>
      </div>
    ))}
  </Stack>
)

const PublicationFacts = ({ publication }: Props) => {
  const { t } = useLingui()
  const { url } = publication
  const link = url && (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" inherit>
      {url}
    </Anchor>
  )
  return (
    <Facts
      facts={[
        { label: t`Loại`, value: kindLabels()[publication.kind] },
        { label: t`Kênh đăng`, value: channelLabels()[publication.channel] },
        { label: t`Ngày dự kiến`, value: <Day value={publication.plannedOn} /> },
        { label: t`Ngày đăng`, value: <Day value={publication.publishedOn} /> },
        { label: t`Đơn vị thực hiện`, value: publication.unitName, wide: true },
        ...(link ? [{ label: t`Đường dẫn`, value: link, wide: true }] : []),
        ...(publication.children.length > 0
          ? [{ label: t`Cháu được nêu tên, có trong ảnh`, value: featuredText(publication.children), wide: true }]
          : []),
        ...(publication.content ? [{ label: t`Nội dung`, value: publication.content, wide: true }] : []),
      ]}
    />
  )
}

const Body = ({ publication, onMode }: Props & { onMode: (mode: Mode) => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const open = useCampaign().status !== 'closed'
  // What must come down comes down, also in a year that is closed.
  const may = (publication.takeDown || open) && can('update Publication', publication)
  const moves = (action: PublicationAction) => may && mayAdvance(publicationTransitions, publication.status, action)
  return (
    <Stack gap="md">
      <Group>
        <StageBadge publication={publication} />
      </Group>
      {publication.withdrawReason !== null && (
        <Alert color="red" title={t`Lý do rút`}>
          {publication.withdrawReason}
        </Alert>
      )}
      {publication.takeDown && <TakeDown publication={publication} may={may} />}
      <Group gap="xs" className="no-print">
        {moves('publish') && (
          <Button leftSection={<IconNews size={16} aria-hidden />} onClick={() => onMode('publish')}>
            {t`Ghi nhận đã đăng`}
          </Button>
        )}
        {moves('update') && (
          <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => onMode('edit')}>
            {t`Sửa`}
          </Button>
        )}
        {moves('withdraw') && <WithdrawButton publication={publication} />}
      </Group>
      <PublicationFacts publication={publication} />
      {publication.files.length > 0 && <Proof publication={publication} />}
      <History subject="Publication" id={publication.id} words={{ ...stageLabels(), ...kindLabels(), ...channelLabels() }} />
    </Stack>
  )
}

/** One publication beside its list. */
export const PublicationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const [mode, setMode] = useState<Mode | null>(null)
  const query = useQuery(queryOf(publications.get, { params: { id } }))
  const back = () => setMode(null)
  if (mode === 'edit' && query.data) return <EditPublication publication={query.data} onClose={back} />
  if (mode === 'publish' && query.data) return <PublishForm publication={query.data} onClose={back} />
  return (
    <RecordDrawer title={query.data?.title ?? t`Tin, bài, khẩu hiệu`} onClose={onClose}>
      <Answer query={query}>{(publication) => <Body publication={publication} onMode={setMode} />}</Answer>
    </RecordDrawer>
  )
}
