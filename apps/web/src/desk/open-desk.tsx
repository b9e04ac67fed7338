import type { Family } from '@chung-tay/contracts/hand-outs'
import { showGiftCode } from '@chung-tay/domain/gifts/code'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { formatCount } from '../ui/format.ts'
import { InAppHint } from '../ui/in-app-hint.tsx'
import { DeskSearch, indexOf } from './desk-search.tsx'
import { HandOver } from './hand-over.tsx'
import { Scanner } from './scanner.tsx'
import type { Kept, Progress as ServerProgress } from './store.ts'
import type { Desk } from './use-desk.ts'
import { useTypedCodes } from './use-typed-codes.ts'

/** What the server has written, and beside it what it has not heard of yet: never one number for both. */
const DeskProgress = ({ progress, measure, waiting }: { progress: ServerProgress; measure: string; waiting: number }) => {
  const { t } = useLingui()
  const { given, total, stockOnHand } = progress
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          <Trans>
            Đã trao {formatCount(given)}/{formatCount(total)}
          </Trans>
          {waiting > 0 && (
            <Text component="span" inherit>
              {' '}
              – <Trans>chờ gửi {formatCount(waiting)}</Trans>
            </Text>
          )}
        </Text>
        <Text size="sm" c={stockOnHand < total - given ? 'var(--mantine-color-error)' : 'dimmed'}>
          <Trans>
            Trong kho còn {formatCount(stockOnHand)} {measure}
          </Trans>
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={total === 0 ? 0 : (given / total) * 100} aria-label={t`Đã trao`} />
        <Progress.Section value={total === 0 ? 0 : (waiting / total) * 100} color="stamen" aria-label={t`Chờ gửi`} />
      </Progress.Root>
    </div>
  )
}

const Handing = ({ desk, pack }: { desk: Desk; pack: Kept }) => {
  const [family, setFamily] = useState<Family | null>(null)
  const [missed, setMissed] = useState<string | null>(null)
  const { families } = pack
  const index = useMemo(() => indexOf(families), [families])
  const open = useCallback((next: Family | null) => {
    setMissed(null)
    setFamily(next)
  }, [])
  const onCode = useCallback(
    (code: string) => {
      const of = families.find(({ lines }) => lines.some((line) => line.code === code))
      open(of ?? null)
      if (of === undefined) setMissed(code)
    },
    [families, open],
  )
  useTypedCodes(onCode)
  return (
    <>
      {missed !== null && (
        <Alert color="red" role="alert">
          <Trans>Mã {showGiftCode(missed)} không thuộc danh sách này. Xem lại giấy mời, hoặc tìm theo tên.</Trans>
        </Alert>
      )}
      <Scanner hidden={family !== null} onCode={onCode} />
      <DeskSearch hidden={family !== null} index={index} pack={pack} own={desk.own} onChoose={open} onCode={onCode} />
      {family !== null && (
        <Card withBorder>
          <HandOver key={family.id} pack={pack} family={family} own={desk.own} onWritten={desk.send} onClose={() => open(null)} />
        </Card>
      )}
    </>
  )
}

/** The desk of a list that lies on this device: one family after the other. */
export const OpenDesk = ({ desk, pack }: { desk: Desk; pack: Kept }) => (
  <Stack gap="md">
    {desk.progress && <DeskProgress progress={desk.progress} measure={pack.measure} waiting={desk.waiting} />}
    <InAppHint />
    {pack.status === 'approved' ? (
      <Handing desk={desk} pack={pack} />
    ) : (
      <Alert color="stamen">
        {pack.status === 'closed' ? (
          <Trans>Danh sách này đã kết thúc trao quà.</Trans>
        ) : (
          <Trans>Danh sách chưa được Lãnh đạo duyệt nên chưa trao quà được.</Trans>
        )}
      </Alert>
    )}
  </Stack>
)
