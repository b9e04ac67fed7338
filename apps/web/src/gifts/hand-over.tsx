import { type Family, handOuts } from '@chung-tay/contracts/hand-outs'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { codeOf } from '../api/problem.ts'
import { mutationOf } from '../api/query.ts'
import { guardiansText } from '../children/child-labels.ts'
import { problemText } from '../ui/problem-text.ts'
import { StatusBadge } from '../ui/texts.tsx'
import { CollectorFields, type CollectorState, collectorOf, isComplete } from './collector-fields.tsx'
import type { Given } from './desk-page.tsx'
import classes from './hand-over.module.css'
import { LineChoice } from './line-choice.tsx'

/** What became of one child's gift at this desk. Only the server's answer makes it `given`. */
export type Outcome = { state: 'sending' } | { state: 'given' } | { state: 'failed'; error: unknown }

const OutcomeNote = ({ outcome }: { outcome: Outcome }) => {
  const { t } = useLingui()
  if (outcome.state === 'sending') {
    return (
      <Group gap={6} role="status">
        <Loader size={14} />
        <Text size="sm">{t`Đang gửi, chưa trao…`}</Text>
      </Group>
    )
  }
  if (outcome.state === 'given') return <StatusBadge tone="good">{t`Đã trao`}</StatusBadge>
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {codeOf(outcome.error) === 'OFFLINE'
        ? t`Máy chủ chưa trả lời nên chưa rõ đã ghi hay chưa. Khi có mạng hãy bấm “Gửi lại”: nếu đã ghi thì không ghi thêm lần nữa.`
        : problemText(outcome.error)}
    </Text>
  )
}

type HandOverProps = { family: Family; onGiven: (given: Given) => void; onClose: () => void }

/** One family at the desk: who collects, for which children. Each gift is its own record, with its own answer. */
export const HandOver = ({ family, onGiven, onClose }: HandOverProps) => {
  const { t } = useLingui()
  const waiting = family.lines.filter(({ handOut, excluded }) => handOut === null && !excluded)
  const [chosen, setChosen] = useState<readonly string[]>(waiting.map(({ id }) => id))
  const [collector, setCollector] = useState<CollectorState>({ guardian: family.guardians[0]?.name ?? null, name: '', relation: '' })
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({})
  const give = useMutation(mutationOf(handOuts.create))
  const todo = chosen.filter((id) => outcomes[id]?.state !== 'given')
  const sending = Object.values(outcomes).some(({ state }) => state === 'sending')
  // A repeat must be the same submission as the one whose answer is missing, or it would be another one.
  const unanswered = Object.values(outcomes).some((outcome) => outcome.state === 'failed' && codeOf(outcome.error) === 'OFFLINE')

  const send = async (id: string): Promise<boolean> => {
    const put = (outcome: Outcome) => setOutcomes((before) => ({ ...before, [id]: outcome }))
    put({ state: 'sending' })
    try {
      const given = await give.mutateAsync({ params: { id }, body: collectorOf(collector) })
      put({ state: 'given' })
      onGiven(given)
      return true
    } catch (error) {
      put({ state: 'failed', error })
      return false
    }
  }
  const sendAll = async () => {
    let all = true
    for (const id of todo) all = (await send(id)) && all
    if (all) onClose()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending && todo.length > 0 && isComplete(collector)) void sendAll()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && !sending) onClose()
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={2} fz="lg">
            {guardiansText(family.guardians) || t`Gia đình`}
          </Title>
          <Text size="sm" c="dimmed">
            {[...new Set(family.lines.map(({ unitName }) => unitName))].join(', ')}
          </Text>
        </div>
        <Stack gap="xs">
          {family.lines.map((line) => (
            <div key={line.id}>
              <LineChoice
                line={line}
                checked={chosen.includes(line.id)}
                locked={sending || unanswered || outcomes[line.id]?.state === 'given'}
                onChange={(checked) => setChosen(checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))}
              />
              {outcomes[line.id] && <OutcomeNote outcome={outcomes[line.id] ?? { state: 'sending' }} />}
            </div>
          ))}
        </Stack>
        {waiting.length > 0 && (
          <CollectorFields guardians={family.guardians} value={collector} onChange={setCollector} disabled={sending || unanswered} />
        )}
        {waiting.length === 0 && (
          <Alert color="stamen">
            <Trans>Các cháu của gia đình này không còn suất quà nào chờ trao.</Trans>
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" className={classes.buttons ?? ''}>
          <Button variant="default" size="md" onClick={onClose} disabled={sending} {...(waiting.length === 0 && { autoFocus: true })}>
            <Trans>Tìm gia đình khác</Trans>
          </Button>
          {waiting.length > 0 && (
            <Button type="submit" size="md" loading={sending} disabled={todo.length === 0 || !isComplete(collector)} autoFocus>
              {unanswered ? <Trans>Gửi lại</Trans> : <Plural value={todo.length} other="Trao # suất quà" />}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
