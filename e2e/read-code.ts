import decode from 'jsqr'
import sharp from 'sharp'

/** What a reader of codes sees in a picture; empty when it finds none. */
export const readCode = async (picture: Buffer): Promise<string> => {
  const { data, info } = await sharp(picture).resize(624).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
}
