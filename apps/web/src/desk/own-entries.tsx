import { handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { ApiError } from '../api/problem.ts'
import { mutationOf } from '../api/query.ts'
import { problemText } from '../ui/problem-text.ts'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { PhotoButton } from './photo-button.tsx'
import { type Entry, entries, isUndone, type Kept } from './store.ts'

type EntryProps = { entry: Entry; onChanged: () => void }

const who = ({ collectorName, proxyRelation }: { collectorName: string; proxyRelation: string | null }) =>
  proxyRelation === null ? collectorName : `${collectorName} (${proxyRelation})`

/** A person says where a gift went that cannot be written, and the stock follows. */
const Whereabouts = ({ entry, onChanged }: EntryProps) => {
  const { t } = useLingui()
  const [outcome, setOutcome] = useState<'returned' | 'lost' | null>(null)
  const [reason, setReason] = useState('')
  const settle = useMutation(mutationOf(handOuts.unwritten))
  const { key, lineId, collectorName, proxyRelation, givenAt } = entry
  const save = async () => {
    if (outcome === null) return
    await settle.mutateAsync({ params: { id: lineId }, body: { collectorName, proxyRelation, givenAt: givenAt.toISOString(), outcome, reason } })
    await entries.delete(key)
    onChanged()
  }
  return (
    <>
      <Radio.Group label={t`Suất quà máy này đã trao`} value={outcome} onChange={(value) => setOutcome(value === 'lost' ? 'lost' : 'returned')}>
        <Stack gap={6} mt={4}>
          <Radio value="returned" label={t`Đã thu lại, còn trong kho`} />
          <Radio value="lost" label={t`Không thu lại được: trừ kho`} />
        </Stack>
      </Radio.Group>
      <TextInput label={t`Lý do`} withAsterisk value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      {settle.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problemText(settle.error)}
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={() => void save().catch(() => undefined)} loading={settle.isPending} disabled={outcome === null || reason.trim().length < 3}>
          <Trans>Ghi cách xử lý</Trans>
        </Button>
      </Group>
    </>
  )
}

/** Somebody else had given it before. */
const Second = ({ entry, onChanged }: EntryProps) => {
  const { t } = useLingui()
  const { first, givenAt } = entry
  return (
    <Card withBorder role="group" aria-label={t`Trao trùng: ${entry.childName}`}>
      <Stack gap="xs">
        <Text fw={600}>
          <Trans>Trao trùng: {entry.childName}</Trans>
        </Text>
        <Text size="sm">
          <Trans>
            Máy này ghi {who(entry)} nhận lúc <DateTime value={givenAt} />.
          </Trans>{' '}
          {first && (
            <Trans>
              Trước đó {who(first)} đã nhận lúc <DateTime value={new Date(first.at)} />, {first.by} trao.
            </Trans>
          )}
        </Text>
        <Whereabouts entry={entry} onChanged={onChanged} />
      </Stack>
    </Card>
  )
}

const Refused = ({ entry, onChanged }: EntryProps) => {
  const { t } = useLingui()
  const [sure, setSure] = useState(false)
  const { key, code, childName, details = {} } = entry
  const offList = code === 'LINE_EXCLUDED'
  const again = async () => {
    await entries.update(key, { state: 'waiting', code: null, settledAt: null })
    onChanged()
  }
  return (
    <Card withBorder role="group" aria-label={t`Máy chủ chưa nhận: ${childName}`}>
      <Stack gap="xs">
        <Text fw={600}>
          <Trans>Máy chủ chưa nhận: {childName}</Trans>
        </Text>
        <Text size="sm">
          {who(entry)}, <DateTime value={entry.givenAt} />
        </Text>
        <Text size="sm" c="var(--mantine-color-error)">
          {problemText(new ApiError(409, code ?? 'INTERNAL', { details }))}
        </Text>
        {offList && <Whereabouts entry={entry} onChanged={onChanged} />}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => void again()}>
            <Trans>Gửi lại</Trans>
          </Button>
          {!offList && (
            <Button size="xs" variant="subtle" color="red" onClick={() => (sure ? void entries.delete(key) : setSure(true))}>
              {sure ? <Trans>Bấm lần nữa để bỏ ghi này</Trans> : <Trans>Bỏ ghi này</Trans>}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  )
}

const LineBadge = ({ entry, pack }: { entry: Entry; pack: Kept | null }) => {
  const { t } = useLingui()
  if (entry.state === 'waiting') return <StatusBadge tone="warn">{t`Chờ gửi`}</StatusBadge>
  if (pack && isUndone(entry, pack)) return <StatusBadge tone="neutral">{t`Đã hủy`}</StatusBadge>
  return <StatusBadge tone="good">{t`Đã trao`}</StatusBadge>
}

type LineProps = { entry: Entry; pack: Kept | null; together: readonly Entry[] }

const stateOf = ({ entry, together }: LineProps) => [entry.key, entry.state, ...together.flatMap(({ key, state }) => [key, state])].join()

/** Drawn again only when something of it has changed: a phone draws twenty of them with every gift else. */
const Line = memo(
  ({ entry, pack, together }: LineProps) => (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <LineBadge entry={entry} pack={pack} />
      <Text size="sm" flex={1}>
        <b>{entry.childName}</b> – {who(entry)}, <DateTime value={entry.givenAt} />
      </Text>
      {pack && together[0] === entry && together.every(({ state }) => state === 'given') && <PhotoButton pack={pack} together={together} />}
    </Group>
  ),
  (before, after) => before.pack === after.pack && stateOf(before) === stateOf(after),
)

/** What was handed over in one go. */
const togetherWith = (lines: readonly Entry[], { givenAt, collectorName }: Entry) =>
  lines.filter((other) => other.givenAt.getTime() === givenAt.getTime() && other.collectorName === collectorName)

/** What this device has given: green only once the server has written it; what needs a person stands first. */
export const OwnEntries = ({ own, pack, onChanged }: { own: readonly Entry[]; pack: Kept | null; onChanged: () => void }) => {
  const decide = own.filter(({ state }) => state === 'second' || state === 'refused')
  const lines = own.filter(({ state }) => state === 'waiting' || state === 'given')
  return (
    <Stack gap="sm">
      {decide.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} fz="lg">
            <Trans>Cần xử lý</Trans>
          </Title>
          {decide.map((entry) =>
            entry.state === 'second' ? (
              <Second key={entry.key} entry={entry} onChanged={onChanged} />
            ) : (
              <Refused key={entry.key} entry={entry} onChanged={onChanged} />
            ),
          )}
        </Stack>
      )}
      <Stack gap={4} aria-live="polite">
        {lines.slice(0, 20).map((entry) => (
          <Line key={entry.key} entry={entry} pack={pack} together={togetherWith(lines, entry)} />
        ))}
      </Stack>
    </Stack>
  )
}
