import { Trans, useLingui } from '@lingui/react/macro'
import { Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'

const phases = ['sending', 'reading', 'writing'] as const
export type ImportPhase = (typeof phases)[number]

const useSeconds = (): number => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => window.clearInterval(timer)
  }, [])
  return seconds
}

/** Where long work stands: each phase is one answer of the server, so the bar moves with what is done and not with a guess. */
export const ImportPhases = ({ at, rows }: { at: ImportPhase; rows?: number }) => {
  const { t } = useLingui()
  const seconds = useSeconds()
  const labels: Record<ImportPhase, string> = {
    sending: t`Đang gửi tệp…`,
    reading: t`Đang đọc và kiểm tra từng dòng…`,
    writing: rows === undefined ? t`Đang ghi…` : t`Đang ghi ${rows} dòng, tất cả cùng lúc…`,
  }
  const step = phases.indexOf(at)
  return (
    <Stack gap={4} role="status">
      <Progress.Root size="lg" aria-hidden>
        {phases.map((phase, index) => (
          <Progress.Section
            key={phase}
            value={100 / phases.length}
            color={index < step ? 'leaf' : index === step ? 'blue' : 'transparent'}
            animated={index === step}
            striped={index === step}
          />
        ))}
      </Progress.Root>
      <Text size="sm">
        <Trans>
          Bước {step + 1}/{phases.length}: {labels[at]}
        </Trans>{' '}
        {seconds >= 2 && (
          <Text span size="sm" c="dimmed" aria-hidden>
            <Trans>{seconds} giây</Trans>
          </Text>
        )}
      </Text>
    </Stack>
  )
}
