import { useQuery } from '@tanstack/react-query'
import { toDataURL, toString as toSvg } from 'qrcode'

const level = { errorCorrectionLevel: 'M' } as const

const useCode = (kind: string, text: string, draw: () => Promise<string>): string | undefined =>
  useQuery({ queryKey: ['qr', kind, text], queryFn: draw, staleTime: Number.POSITIVE_INFINITY }).data

/** A QR code as a picture that prints sharply; the library writes nothing but paths. */
export const useQrCode = (text: string): string | undefined =>
  useCode('svg', text, async () => `data:image/svg+xml;utf8,${encodeURIComponent(await toSvg(text, { ...level, type: 'svg', margin: 1 }))}`)

/** A QR code as a PNG with the standard's quiet zone: a banking app reads it from the phone's photos, where an SVG never arrives. */
export const useQrPhoto = (text: string): string | undefined => useCode('png', text, () => toDataURL(text, { ...level, width: 640, margin: 4 }))
