import type { DeskLine, Family } from '@chung-tay/contracts/hand-outs'
import { looksLikeGiftCode, readGiftCode } from '@chung-tay/domain/gifts/code'
import { foldText } from '@chung-tay/domain/text'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Paper, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { guardiansText } from '../children/child-labels.ts'
import { DateTime, Highlight, StatusBadge } from '../ui/texts.tsx'
import classes from './desk-search.module.css'
import { type Entry, isWaiting, type Kept, ownOf } from './store.ts'

type Found = { line: DeskLine; family: Family }

/** Who has the gift, from whom and when; or why there is none. */
export const LineNote = ({ line, entry }: { line: DeskLine; entry?: Entry | undefined }) => {
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
  if (entry !== undefined) {
    return (
      <>
        <StatusBadge tone="warn">{t`Đã trao tại máy này`}</StatusBadge>{' '}
        <Text component="span" size="sm">
          {entry.collectorName}, <DateTime value={entry.givenAt} />
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

type OptionProps = { found: Found; entry: Entry | undefined; id: string; active: boolean; text: string; onChoose: () => void }

const ChildOption = ({ found: { line, family }, entry, id, active, text, onChoose }: OptionProps) => {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) own.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The field keeps the focus and the keys (ARIA combobox); the option only takes the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox field handles the keys
    <div ref={own} id={id} role="option" tabIndex={-1} aria-selected={active} className={classes.option} onClick={onChoose}>
      <Text fw={600}>
        <Highlight text={line.childName} search={text} />
      </Text>
      <Text size="sm">
        {guardiansText(family.guardians)} – {line.unitName}
      </Text>
      <LineNote line={line} entry={entry} />
    </div>
  )
}

type SearchProps = {
  hidden: boolean
  index: readonly Indexed[]
  pack: Kept
  own: readonly Entry[]
  onChoose: (family: Family) => void
  onCode: (code: string) => void
}

const most = 30
type Indexed = Found & { folded: string }

/** Each child as it is searched for: by its own name and its guardians’. Made once for a list, not for each search. */
export const indexOf = (families: readonly Family[]): Indexed[] =>
  families.flatMap((family) => {
    const guardians = family.guardians.map(({ name }) => name)
    return family.lines.map((line) => ({ folded: foldText([line.childName, ...guardians].join('|')), family, line }))
  })

/** By a code, or else by a part of a name. Who waits stands first: Enter is for the next gift. */
const findIn = (index: readonly Indexed[], text: string, waits: (line: DeskLine) => boolean): Indexed[] => {
  const sought = foldText(text)
  const code = readGiftCode(text)
  if (sought === '') return []
  const found = index.filter(({ folded, line }) => (code === null ? folded.includes(sought) : line.code === code))
  const waiting = new Set(found.filter(({ line }) => waits(line)))
  return [...waiting, ...found.filter((one) => !waiting.has(one))]
}

/** What to say when nobody is found: of a name, or of a code that is not whole or not right. */
const NotFound = ({ text }: { text: string }) => {
  const digits = looksLikeGiftCode(text) ? text.replace(/\D/g, '').length : 0
  return (
    <Text mt="sm" role="status">
      {digits === 0 && <Trans>Không thấy cháu hoặc bố mẹ nào tên “{text}” trong danh sách này.</Trans>}
      {digits > 0 && digits < 10 && <Trans>Mã nhận quà có 10 số: gõ tiếp rồi bấm Enter.</Trans>}
      {digits >= 10 && <Trans>Mã này đọc chưa đúng hoặc không thuộc danh sách này: xem lại từng số.</Trans>}
    </Text>
  )
}

/**
 * Nobody is shown before a name or code is typed. Arrows move, Enter chooses, Escape clears. Searches on the device itself.
 * While a family is open it stays, out of sight and empty: a phone shows it again sooner than it makes it anew.
 */
export const DeskSearch = ({ hidden, index, pack, own, onChoose, onCode }: SearchProps) => {
  const { t } = useLingui()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  useLayoutEffect(() => {
    if (hidden) setText('')
    else field.current?.focus()
  }, [hidden])
  const code = readGiftCode(text)
  const all = findIn(index, text, (line) => isWaiting(line, own, pack))
  const found = all.slice(0, most)
  const active = Math.min(at, found.length - 1)
  const only = found[active]

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt(Math.min(active + 1, found.length - 1)),
      ArrowUp: () => setAt(Math.max(active - 1, 0)),
      Enter: () => (code === null ? only && onChoose(only.family) : onCode(code)),
      Escape: () => setText(''),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <div hidden={hidden}>
      <TextInput
        ref={field}
        size="lg"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={only ? `${id}-${only.line.id}` : undefined}
        autoComplete="off"
        label={t`Tên cháu hoặc bố mẹ`}
        description={
          <>
            <Trans>Gõ không cần dấu, hoặc quét mã nhận quà.</Trans>{' '}
            <Text component="span" inherit visibleFrom="sm">
              <Trans>Chọn bằng phím mũi tên và Enter; Esc để xóa.</Trans>
            </Text>
          </>
        }
        leftSection={<IconSearch size={20} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {text.trim() !== '' && found.length === 0 && <NotFound text={text} />}
      {found.length > 0 && (
        <Paper id={`${id}-list`} role="listbox" aria-label={t`Các cháu tìm thấy`} mt="xs" withBorder>
          {found.map((one, index) => (
            <ChildOption
              key={one.line.id}
              found={one}
              entry={ownOf(own, pack, one.line.id)}
              id={`${id}-${one.line.id}`}
              active={index === active}
              text={text}
              onChoose={() => onChoose(one.family)}
            />
          ))}
        </Paper>
      )}
      {all.length > most && (
        <Text mt="xs" size="sm" role="status">
          <Plural value={all.length - most} other="Còn # cháu nữa có tên như vậy: gõ thêm họ, tên đệm hoặc tên bố mẹ." />
        </Text>
      )}
    </div>
  )
}
