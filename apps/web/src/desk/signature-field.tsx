import { signatureOf } from '@chung-tay/domain/gifts/signature'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import SignaturePad from 'signature_pad'
import classes from './signature-field.module.css'

/** Where the person who collects writes with a finger, a pen or the mouse; tells null while nothing is drawn. */
export const SignatureField = ({ onChange }: { onChange: (signature: string | null) => void }) => {
  const { t } = useLingui()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const made = new SignaturePad(current, { minDistance: 2, minWidth: 1, maxWidth: 2.5, penColor: '#000' })
    pad.current = made
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1)
      Object.assign(current, { width: current.offsetWidth * ratio, height: current.offsetHeight * ratio })
      current.getContext('2d')?.scale(ratio, ratio)
      made.redraw()
    }
    fit()
    const resized = new ResizeObserver(fit)
    resized.observe(current)
    made.addEventListener('endStroke', () => {
      const strokes = made.toData().map(({ points }) => points)
      tell.current(signatureOf(strokes, { width: current.offsetWidth, height: current.offsetHeight }))
    })
    return () => {
      resized.disconnect()
      made.off()
    }
  }, [])
  const clear = () => {
    pad.current?.clear()
    onChange(null)
  }
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm">
          <Trans>Mời người nhận ký vào khung.</Trans>
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={clear}>
          <Trans>Ký lại</Trans>
        </Button>
      </Group>
      <canvas ref={canvas} className={classes.field} role="img" aria-label={t`Khung để ký`} />
    </div>
  )
}
