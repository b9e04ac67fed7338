import { Skeleton } from '@mantine/core'
import { useQrCode } from './qr-code.ts'

/** A QR code as a square of `side` pixels; white under it whatever the colours of the page, for scanners want it so. */
export const QrPicture = ({ text, label, side }: { text: string; label: string; side: number }) => {
  const picture = useQrCode(text)
  if (picture === undefined) return <Skeleton w={side} h={side} />
  return <img src={picture} alt={label} width={side} height={side} style={{ background: '#fff', maxWidth: '100%' }} />
}
