import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Menu, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { StatusBadge } from '../ui/texts.tsx'
import type { ImportForm } from './import-form.ts'
import { fieldOfRole, type Piece, roleLabels } from './import-labels.ts'
import classes from './import-page.module.css'

const wordsOf = ({ label, text }: Piece) => `${label} ${text}`.trim()

/** Where a piece that nobody understood may go: a person says so. */
const useTake = (form: ImportForm) => {
  const append = (name: 'purpose' | 'requirements' | 'preface', text: string) => {
    const before = form.getValues(name) ?? ''
    form.setValue(name, before === '' ? text : `${before}\n${text}`, { shouldDirty: true })
    form.setFocus(name)
  }
  const toActivity = (text: string) => {
    const all = form.getValues('activities')
    const last = all.findLastIndex(({ clause }) => clause.startsWith('II.'))
    const clause = `II.${last + 2}`
    form.setValue('activities', all.toSpliced(last + 1, 0, { clause, kind: null as never, title: text.slice(0, 1000), description: '', units: [] }), {
      shouldDirty: true,
    })
  }
  return { append, toActivity }
}

type PieceProps = { piece: Piece; form: ImportForm; settled: string | undefined; onSettled: (how: string) => void }

const Settle = ({ piece, form, onSettled }: Omit<PieceProps, 'settled'>) => {
  const { t } = useLingui()
  const { append, toActivity } = useTake(form)
  const texts = [
    ['purpose', t`Mục đích`],
    ['requirements', t`Yêu cầu`],
    ['preface', t`Lời mở đầu`],
  ] as const
  return (
    <Group gap="xs">
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            <Trans>Đưa vào</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {texts.map(([name, label]) => (
            <Menu.Item
              key={name}
              onClick={() => {
                append(name, piece.text)
                onSettled(label)
              }}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Item
            onClick={() => {
              toActivity(piece.text)
              onSettled(t`Nội dung`)
            }}
          >
            <Trans>Nội dung hoạt động mới</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" variant="subtle" onClick={() => onSettled(t`Bỏ qua`)}>
        <Trans>Bỏ qua</Trans>
      </Button>
    </Group>
  )
}

/** A piece of the paper and where it went; pressing the place leads to its field. */
const PieceRow = ({ piece, form, settled, onSettled }: PieceProps) => {
  const { t } = useLingui()
  const labels = roleLabels()
  const { role, clause } = piece
  const open = role === null && settled === undefined
  const at = clause === null ? -1 : form.getValues('activities').findIndex((activity) => activity.clause === clause)
  const field = at >= 0 ? (`activities.${at}.title` as const) : role && fieldOfRole[role]
  const name = role === null ? (settled ?? t`Chưa hiểu`) : [labels[role], clause].filter(Boolean).join(' ')
  return (
    <li className={`${classes.piece} ${open ? classes.strange : ''}`}>
      {field ? (
        <Button
          variant="light"
          size="compact-xs"
          radius="xl"
          style={{ justifySelf: 'start' }}
          onClick={() => form.setFocus(field)}
          title={t`Đến ô này`}
        >
          {name}
        </Button>
      ) : (
        <StatusBadge tone={open ? 'warn' : 'neutral'}>{name}</StatusBadge>
      )}
      <Text size="sm" className={classes.text}>
        {wordsOf(piece)}
      </Text>
      {open && <Settle piece={piece} form={form} onSettled={onSettled} />}
    </li>
  )
}

/** The paper as it was read, paragraph by paragraph, beside the form that it fills. */
export const ImportPaper = ({ fileName, pieces, form }: { fileName: string; pieces: readonly Piece[]; form: ImportForm }) => {
  const { t } = useLingui()
  const [settled, setSettled] = useState<ReadonlyMap<number, string>>(new Map())
  const [only, setOnly] = useState('all')
  const numbered = pieces.map((piece, at) => ({ piece, at })).filter(({ piece }) => piece.role !== 'rule')
  const strange = numbered.filter(({ piece }) => piece.role === null)
  const left = strange.filter(({ at }) => !settled.has(at)).length
  const shown = only === 'strange' ? strange : numbered
  return (
    <Stack gap="xs" component="section" aria-label={t`Văn bản`}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Text>
        {strange.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t`Đoạn được hiện`}
            value={only}
            onChange={setOnly}
            data={[
              { value: 'all', label: t`Cả văn bản` },
              { value: 'strange', label: t`Chưa hiểu (${left})` },
            ]}
          />
        )}
      </Group>
      {strange.length > 0 && left === 0 && (
        <Text size="sm" c="dimmed" role="status">
          <Plural value={strange.length} other="Đã xếp chỗ # đoạn chưa hiểu." />
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.paper} tabIndex={0} aria-label={t`Các đoạn của văn bản`}>
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {shown.map(({ piece, at }) => (
            <PieceRow
              key={at}
              piece={piece}
              form={form}
              settled={settled.get(at)}
              onSettled={(how) => setSettled(new Map([...settled, [at, how]]))}
            />
          ))}
        </Stack>
      </section>
    </Stack>
  )
}
