import type { GiftListLineRecord } from '@chung-tay/contracts/gifts'
import { type Family, handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { Loader, Paper, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { queryOf } from '../api/query.ts'
import { guardiansText } from '../children/child-labels.ts'
import { ErrorState } from '../ui/states.tsx'
import { DateTime, Highlight, StatusBadge } from '../ui/texts.tsx'
import classes from './desk-search.module.css'

type Found = { line: GiftListLineRecord; family: Family }

/** Who has the gift, from whom and when; or why there is none. */
export const LineNote = ({ line }: { line: GiftListLineRecord }) => {
  const { t } = useLingui()
  const { handOut, excluded, excludeReason } = line
  if (handOut !== null) {
    const who = handOut.proxyRelation === null ? handOut.collectorName : `${handOut.collectorName} (${handOut.proxyRelation})`
    return (
      <>
        <StatusBadge tone="warn">{t`Đã nhận rồi`}</StatusBadge>{' '}
        <Text component="span" size="sm">
          <Trans>
            {who} nhận lúc <DateTime value={handOut.at} />, {handOut.by} trao
          </Trans>
        </Text>
      </>
    )
  }
  if (!excluded) return null
  return (
    <>
      <StatusBadge tone="bad">{t`Không nhận`}</StatusBadge>{' '}
      <Text component="span" size="sm">
        {excludeReason}
      </Text>
    </>
  )
}

type OptionProps = { found: Found; id: string; active: boolean; text: string; onChoose: () => void }

const ChildOption = ({ found: { line }, id, active, text, onChoose }: OptionProps) => {
  const { t } = useLingui()
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) own.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The field keeps the focus and the keys (ARIA combobox); the option only takes the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox field handles the keys
    <div ref={own} id={id} role="option" tabIndex={-1} aria-selected={active} className={classes.option} onClick={onChoose}>
      <Text fw={600}>
        <Highlight text={line.childName} search={text} />{' '}
        <Text component="span" size="sm" c="dimmed" fw={400}>
          {t`sinh ${line.birthYear}`}
        </Text>
      </Text>
      <Text size="sm">
        {guardiansText(line.guardians)} – {line.unitName}
      </Text>
      <LineNote line={line} />
    </div>
  )
}

type SearchProps = { listId: string; onChoose: (family: Family) => void }

/** Nobody is shown before a name is typed. Arrows move, Enter chooses, Escape clears. */
export const DeskSearch = ({ listId, onChoose }: SearchProps) => {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const [settled] = useDebouncedValue(text.trim(), 120)
  const desk = useQuery({ ...queryOf(handOuts.desk, { params: { id: listId }, query: { q: settled } }), enabled: settled !== '', staleTime: 0 })
  const current = settled !== '' && settled === text.trim() && !desk.isFetching && desk.isSuccess
  const found: Found[] = settled === '' ? [] : (desk.data?.families ?? []).flatMap((family) => family.lines.map((line) => ({ line, family })))
  const active = Math.min(at, found.length - 1)
  const only = found[active]

  // Enter may come before the answer: it then takes the first of what was really asked for, never of an older list.
  useEffect(() => {
    if (!entered || !current) return
    setEntered(false)
    if (only) onChoose(only.family)
  }, [entered, current, only, onChoose])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt(Math.min(active + 1, found.length - 1)),
      ArrowUp: () => setAt(Math.max(active - 1, 0)),
      Enter: () => setEntered(text.trim() !== ''),
      Escape: () => setText(''),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <div>
      <TextInput
        size="lg"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={only ? `${id}-${only.line.id}` : undefined}
        autoComplete="off"
        autoFocus
        label={t`Tên cháu hoặc bố mẹ`}
        description={
          <>
            <Trans>Gõ không cần dấu.</Trans>{' '}
            <Text component="span" inherit visibleFrom="sm">
              <Trans>Chọn bằng phím mũi tên và Enter; Esc để xóa.</Trans>
            </Text>
          </>
        }
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={desk.isFetching ? <Loader size={18} /> : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
          setEntered(false)
        }}
        onKeyDown={onKeyDown}
      />
      {desk.isError && settled !== '' && <ErrorState error={desk.error} retry={() => void desk.refetch()} />}
      {current && found.length === 0 && (
        <Text mt="sm" role="status">
          <Trans>Không thấy cháu hoặc bố mẹ nào tên “{settled}” trong danh sách này.</Trans>
        </Text>
      )}
      {found.length > 0 && (
        <Paper id={`${id}-list`} role="listbox" aria-label={t`Các cháu tìm thấy`} mt="xs" withBorder>
          {found.map((one, index) => (
            <ChildOption
              key={one.line.id}
              found={one}
              id={`${id}-${one.line.id}`}
              active={index === active}
              text={settled}
              onChoose={() => onChoose(one.family)}
            />
          ))}
        </Paper>
      )}
    </div>
  )
}
