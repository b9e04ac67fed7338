import { useQuery } from '@tanstack/react-query'
import { toDataURL, toString as toSvg } from 'qrcode'

/** Four modules of white around it, as the standard (ISO/IEC 18004) has it: on a dark page nothing else is white. */
const drawn = { errorCorrectionLevel: 'M', margin: 4 } as const

const useCode = (kind: string, text: string, draw: () => Promise<string>): string | undefined =>
  useQuery({ queryKey: ['qr', kind, text], queryFn: draw, staleTime: Number.POSITIVE_INFINITY }).data

/** A QR code as a picture that prints sharply; the library writes nothing but paths. */
export const useQrCode = (text: string): string | undefined =>
  useCode('svg', text, async () => `data:image/svg+xml;utf8,${encodeURIComponent(await toSvg(text, { ...drawn, type: 'svg' }))}`)

/** A QR code as a PNG: a banking app reads it from the phone's photos, where an SVG never arrives. */
export const useQrPhoto = (text: string): string | undefined => useCode('png', text, () => toDataURL(text, { ...drawn, width: 640 }))
