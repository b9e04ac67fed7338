import { useQuery } from '@tanstack/react-query'
import { toString as toSvg } from 'qrcode'

/** A QR code as a picture that prints sharply; the library writes nothing but paths. */
export const useQrCode = (text: string): string | undefined =>
  useQuery({
    queryKey: ['qr', text],
    queryFn: async () => `data:image/svg+xml;utf8,${encodeURIComponent(await toSvg(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }))}`,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
