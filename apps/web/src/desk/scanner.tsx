import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconBulb, IconBulbOff, IconCamera, IconCameraOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { type Camera, type CameraTrouble, openCamera, signal, troubleOf, watch } from './camera.ts'
import classes from './scanner.module.css'

const Trouble = ({ trouble }: { trouble: CameraTrouble }) => {
  const { t } = useLingui()
  const words: Record<CameraTrouble, string> = {
    insecure: t`Trình duyệt chỉ cho dùng máy ảnh khi địa chỉ bắt đầu bằng https. Gõ mã, gõ tên, hoặc dùng máy quét cắm vào cổng USB.`,
    refused: t`Trình duyệt đang chặn máy ảnh của trang này. Bấm biểu tượng cạnh ô địa chỉ, cho phép Máy ảnh, rồi bấm quét lại. Vẫn trao được bằng cách gõ mã hoặc tên.`,
    missing: t`Máy này không có máy ảnh. Gõ mã, gõ tên, hoặc dùng máy quét cắm vào cổng USB.`,
    busy: t`Không mở được máy ảnh: có thể chương trình khác đang dùng. Đóng chương trình đó rồi bấm quét lại.`,
  }
  return (
    <Alert color="stamen" role="alert" title={t`Chưa quét được bằng máy ảnh`}>
      {words[trouble]}
    </Alert>
  )
}

type ViewProps = { camera: Camera; hidden: boolean; onCode: (code: string) => void; onStop: () => void }

const View = ({ camera, hidden, onCode, onStop }: ViewProps) => {
  const { t } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef({ hidden, onCode, onStop })
  latest.current = { hidden, onCode, onStop }
  const [lit, setLit] = useState(false)
  useEffect(() => {
    const { current } = video
    if (!current) return
    current.srcObject = camera.stream
    current.play().catch(() => undefined)
    // A phone that was locked takes the camera away.
    for (const track of camera.stream.getVideoTracks()) track.onended = () => latest.current.onStop()
    const end = watch(
      current,
      () => latest.current.hidden,
      (code) => {
        signal()
        latest.current.onCode(code)
      },
    )
    return () => {
      end()
      camera.stop()
    }
  }, [camera])
  const { torch } = camera
  return (
    <Stack gap="xs" inert={hidden} className={hidden ? (classes.hidden ?? '') : ''}>
      <div className={classes.frame}>
        <video ref={video} playsInline muted aria-label={t`Hình từ máy ảnh`} className={classes.video} />
        <div className={classes.aim} aria-hidden />
      </div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <Trans>Đưa mã nhận quà vào giữa khung.</Trans>
        </Text>
        <Group gap="xs">
          {torch && (
            <Button
              size="xs"
              variant="default"
              aria-pressed={lit}
              leftSection={lit ? <IconBulbOff size={16} aria-hidden /> : <IconBulb size={16} aria-hidden />}
              onClick={() =>
                void torch(!lit).then(
                  () => setLit(!lit),
                  () => undefined,
                )
              }
            >
              {lit ? <Trans>Tắt đèn</Trans> : <Trans>Bật đèn</Trans>}
            </Button>
          )}
          <Button size="xs" variant="default" leftSection={<IconCameraOff size={16} aria-hidden />} onClick={onStop}>
            <Trans>Tắt máy ảnh</Trans>
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

type ScannerProps = { hidden: boolean; onCode: (code: string) => void }

/** The camera as a scanner. While a family is open it stays on, out of sight, so that the next code is read at once. */
export const Scanner = ({ hidden, onCode }: ScannerProps) => {
  const [camera, setCamera] = useState<Camera | null>(null)
  const [opening, setOpening] = useState(false)
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null)
  const start = async () => {
    setOpening(true)
    setTrouble(null)
    try {
      setCamera(await openCamera())
    } catch (error) {
      setTrouble(troubleOf(error))
    }
    setOpening(false)
  }
  if (camera) return <View camera={camera} hidden={hidden} onCode={onCode} onStop={() => setCamera(null)} />
  return (
    <Stack gap="xs" display={hidden ? 'none' : undefined}>
      {trouble && <Trouble trouble={trouble} />}
      <Button variant="default" size="md" loading={opening} leftSection={<IconCamera size={18} aria-hidden />} onClick={() => void start()}>
        <Trans>Quét mã bằng máy ảnh</Trans>
      </Button>
    </Stack>
  )
}
