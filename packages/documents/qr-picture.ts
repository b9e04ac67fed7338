import { toBuffer } from 'qrcode'
import { millimetres } from './layout/page.ts'
import type { Picture } from './layout/paper.ts'

/** A QR code as a picture of `side` millimetres. Its dots are whole pixels, so that a printer keeps them sharp. */
export const qrPicture = async (text: string, side: number): Promise<Picture> => {
  const png = await toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 6 })
  return { type: 'picture', png: new Uint8Array(png), width: millimetres(side), height: millimetres(side) }
}
