import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts, type PaperLine } from '@chung-tay/contracts/hand-outs'
import { formatDay, parseDay } from '@chung-tay/domain/dates'
import { readPaperEntry } from '@chung-tay/domain/gifts/paper-entry'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { BackLink } from '../ui/back-link.tsx'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { DateTime } from '../ui/texts.tsx'
import { paperRoute } from './routes.ts'

type Sorted = { fresh: PaperLine[]; given: PaperLine[]; unknown: string[] }

const sortEntry = (text: string, lines: readonly PaperLine[]): Sorted => {
  const { numbers, codes, wrong } = readPaperEntry(text)
  const byNumber = new Map(lines.map((line) => [line.number, line]))
  const byCode = new Map(lines.map((line) => [line.code, line]))
  const sought = [
    ...numbers.map((one) => ({ name: String(one), line: byNumber.get(one) })),
    ...codes.map((one) => ({ name: one, line: byCode.get(one) })),
  ]
  const found = [...new Set(sought.flatMap(({ line }) => (line ? [line] : [])))].toSorted((left, right) => left.number - right.number)
  return {
    fresh: found.filter(({ handOut }) => handOut === null),
    given: found.filter(({ handOut }) => handOut !== null),
    unknown: [...wrong, ...sought.flatMap(({ name, line }) => (line ? [] : [name]))],
  }
}

const Fresh = ({ lines }: { lines: readonly PaperLine[] }) => (
  <Table>
    <Table.Thead>
      <Table.Tr>
        <Table.Th w={50}>
          <Trans>TT</Trans>
        </Table.Th>
        <Table.Th>
          <Trans>Họ và tên cháu</Trans>
        </Table.Th>
        <Table.Th>
          <Trans>Người ký nhận</Trans>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {lines.map(({ lineId, number, childName, unitName, collectorName }) => (
        <Table.Tr key={lineId}>
          <Table.Td>{number}</Table.Td>
          <Table.Td>
            {childName}
            <Text size="xs" c="dimmed">
              {unitName}
            </Text>
          </Table.Td>
          <Table.Td>{collectorName}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

const Preview = ({ sorted: { fresh, given, unknown } }: { sorted: Sorted }) => {
  const { t } = useLingui()
  return (
    <Stack gap="sm" component="section" aria-label={t`Xem trước`}>
      {unknown.length > 0 && (
        <Alert color="red" title={t`Không có trong danh sách`}>
          {unknown.join(', ')}
        </Alert>
      )}
      {given.length > 0 && (
        <Alert color="stamen" title={t`Đã ghi từ trước, giữ nguyên`}>
          {given.map(({ lineId, number, childName, handOut }) => (
            <Text key={lineId} size="sm">
              {number}. {childName}: {handOut?.collectorName}, <DateTime value={handOut?.at} />, {handOut?.by}
            </Text>
          ))}
        </Alert>
      )}
      <Title order={2} fz="lg">
        <Plural value={fresh.length} other="# suất sẽ được ghi" />
      </Title>
      {fresh.length > 0 && <Fresh lines={fresh} />}
    </Stack>
  )
}

const Entry = ({ listId, lines, today }: { listId: string; lines: readonly PaperLine[]; today: string }) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [typedDay, setTypedDay] = useState(formatDay(today))
  const [asked, setAsked] = useState(false)
  const parsed = parseDay(typedDay)
  const day = parsed !== null && parsed <= today ? parsed : null
  const sorted = sortEntry(text, lines)
  const { fresh } = sorted
  const count = fresh.length
  const save = useAction(handOuts.paper, {
    done: ({ given }) => t`Đã ghi ${given} suất theo danh sách giấy`,
    onDone: () => {
      setText('')
      setAsked(false)
    },
  })
  return (
    <Stack>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Textarea
          label={t`Số thứ tự đã ký`}
          description={t`Ví dụ: 1-15, 17, 20. Hoặc quét mã in cạnh từng dòng.`}
          autosize
          minRows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoFocus
          miw={240}
        />
        <TextInput
          label={t`Ngày nhận trên giấy`}
          placeholder={t`ngày/tháng/năm`}
          inputMode="numeric"
          autoComplete="off"
          withAsterisk
          maw={220}
          value={typedDay}
          onChange={(event) => setTypedDay(event.currentTarget.value)}
          error={day === null && t`Ghi ngày/tháng/năm, không sau hôm nay`}
        />
      </Group>
      {text.trim() !== '' && <Preview sorted={sorted} />}
      <Group justify="flex-end">
        <Button disabled={count === 0 || day === null} leftSection={<IconListCheck size={16} aria-hidden />} onClick={() => setAsked(true)}>
          <Trans>Ghi đã nhận</Trans>
        </Button>
      </Group>
      {asked && day !== null && (
        <ConfirmDialog
          title={t`Ghi ${count} suất quà đã nhận?`}
          confirmLabel={t`Ghi ${count} suất`}
          pending={save.isPending}
          onClose={() => setAsked(false)}
          onConfirm={() => save.mutate({ params: { id: listId }, body: { lineIds: fresh.map(({ lineId }) => lineId), givenOn: day } })}
        >
          <Trans>
            Người nhận được ghi là phụ huynh. Ai nhận thay thì ghi ở bàn trao quà, có quan hệ với cháu. Ghi nhầm thì người khác hủy lần trao.
          </Trans>
        </ConfirmDialog>
      )}
    </Stack>
  )
}

/** The signed paper comes back: its numbers or its codes are entered, looked at, and written at once. */
export const PaperPage = () => {
  const { t } = useLingui()
  const { giftListId } = paperRoute.useParams()
  const { year } = useCampaign()
  const input = { params: { id: giftListId } }
  const list = useQuery(queryOf(giftLists.get, input))
  const lines = useQuery(queryOf(handOuts.paperLines, input))
  return (
    <>
      <BackLink place={{ to: '/$year/gift-lists/$giftListId', params: { year, giftListId } }}>{list.data?.name ?? t`Danh sách nhận quà`}</BackLink>
      <PageTitle
        title={t`Nhập từ danh sách đã ký`}
        description={t`Số thứ tự là số in ở cột TT của danh sách ký nhận, không đổi từ khi danh sách được duyệt.`}
      />
      <Answer query={lines}>
        {({ items, today }) =>
          items.length === 0 ? (
            <EmptyState
              icon={IconListCheck}
              title={t`Danh sách chưa được duyệt`}
              hint={t`Lãnh đạo duyệt rồi mới trao quà và nhập danh sách đã ký.`}
            />
          ) : (
            <Entry listId={giftListId} lines={items} today={today} />
          )
        }
      </Answer>
    </>
  )
}
