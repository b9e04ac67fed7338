import type { Family } from '@chung-tay/contracts/hand-outs'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Switch, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { guardiansText } from '../children/child-labels.ts'
import { CollectorFields, type CollectorState, collectorOf, isComplete } from './collector-fields.tsx'
import classes from './hand-over.module.css'
import { LineChoice } from './line-choice.tsx'
import { SignatureField } from './signature-field.tsx'
import { type Entry, isWaiting, type Kept, ownOf, writeDown } from './store.ts'

type HandOverProps = { pack: Kept; family: Family; own: readonly Entry[]; onWritten: () => void; onClose: () => void }

/** One family at the desk: who collects, for which children. Each gift is its own record; it is written down here first and then sent. */
export const HandOver = ({ pack, family, own, onWritten, onClose }: HandOverProps) => {
  const { t } = useLingui()
  const waiting = family.lines.filter((line) => isWaiting(line, own, pack))
  const [chosen, setChosen] = useState<readonly string[]>(waiting.map(({ id }) => id))
  const [collector, setCollector] = useState<CollectorState>({ guardian: family.guardians[0]?.name ?? null, name: '', relation: '' })
  const [failed, setFailed] = useState(false)
  const [signs, setSigns] = useLocalStorage({ key: 'chung-tay:desk:signs', defaultValue: false, getInitialValueInEffect: false })
  const [signature, setSignature] = useState<string | null>(null)
  const todo = waiting.filter(({ id }) => chosen.includes(id))
  const ready = todo.length > 0 && isComplete(collector) && (!signs || signature !== null)

  // A finger that presses twice gives once; a state would draw the form again before the next family.
  const writing = useRef(false)
  const give = async () => {
    if (writing.current) return
    writing.current = true
    try {
      await writeDown(pack, todo, { ...collectorOf(collector), signature: signs ? signature : null })
    } catch {
      writing.current = false
      setFailed(true)
      return
    }
    // The next family comes before anything else that the write sets off on this device.
    flushSync(onClose)
    onWritten()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void give()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
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
            <LineChoice
              key={line.id}
              line={line}
              entry={ownOf(own, pack, line.id)}
              checked={chosen.includes(line.id)}
              onChange={(checked) => setChosen(checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))}
            />
          ))}
        </Stack>
        {waiting.length > 0 && <CollectorFields guardians={family.guardians} value={collector} onChange={setCollector} />}
        {waiting.length > 0 && <Switch label={t`Ký trên màn hình`} checked={signs} onChange={(event) => setSigns(event.currentTarget.checked)} />}
        {waiting.length > 0 && signs && <SignatureField onChange={setSignature} />}
        {waiting.length === 0 && (
          <Alert color="stamen">
            <Trans>Các cháu của gia đình này không còn suất quà nào chờ trao.</Trans>
          </Alert>
        )}
        {failed && (
          <Alert color="red" role="alert">
            <Trans>Máy này không ghi được (bộ nhớ đầy hoặc trình duyệt không cho phép). Chưa trao: hãy dùng máy khác hoặc danh sách giấy.</Trans>
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" className={classes.buttons ?? ''}>
          <Button variant="default" size="md" onClick={onClose} {...(waiting.length === 0 && { autoFocus: true })}>
            <Trans>Tìm gia đình khác</Trans>
          </Button>
          {waiting.length > 0 && (
            <Button type="submit" size="md" disabled={!ready} autoFocus>
              <Plural value={todo.length} other="Trao # suất quà" />
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
