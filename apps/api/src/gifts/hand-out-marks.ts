import type { handOuts } from '@chung-tay/contracts/hand-outs'
import { mayUse } from '@chung-tay/domain/children/consent'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { signatureBox, signaturePath } from '@chung-tay/domain/gifts/signature'
import type { z } from 'zod'
import { statesOf } from '../children/consent-states.ts'
import { attachFiles, filesByIds, withheldFiles } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { type LineRow, loadLine, presentLines } from './lines.ts'

/** Whether the family has agreed to photos of this child, and from 7 years the child too. */
export const mayPhotograph = ({ child }: LineRow, today: string): boolean =>
  mayUse(statesOf(child.consents), 'publishPhoto', fromDbDate(child.birthDate), today)

/** One hand-out with what was signed and photographed. */
export const getHandOut = async (context: Context, lineId: string) => {
  const line = await loadLine(context, lineId)
  const { id } = found(line.handOut)
  const [shown] = await presentLines(context, [line])
  const signed = await context.db.handOutSignature.findUnique({ where: { id } })
  const photos = await context.db.handOutPhoto.findMany({ where: { lineId }, select: { fileId: true } })
  const withheld = new Set(
    await withheldFiles(
      context.db,
      photos.map(({ fileId }) => fileId),
    ),
  )
  return {
    lineId,
    childName: line.child.name,
    handOut: found(shown?.handOut),
    signature: signed?.strokes ?? null,
    photos: await filesByIds(
      context,
      photos.map(({ fileId }) => fileId).filter((fileId) => !withheld.has(fileId)),
    ),
    withheldPhotos: withheld.size,
  }
}

/**
 * A photo of a hand-out, which may show several children of the family: each of them must have the consent.
 * @throws DomainError PHOTO_NEEDS_CONSENT with { childNames }, UNSUPPORTED_MEDIA_TYPE for what is no photo, FILE_NOT_YOURS
 */
export const addHandOutPhoto = async (context: WriteContext, lineId: string, { fileId, withLineIds }: z.output<typeof handOuts.photo.body>) => {
  const lines: LineRow[] = []
  for (const id of new Set([lineId, ...withLineIds])) lines.push(await loadLine(context, id))
  const first = found(lines[0]?.handOut)
  for (const { handOut } of lines) found(handOut)
  const today = context.clock.today()
  const missing = lines.filter((line) => !mayPhotograph(line, today)).map(({ child }) => child.name)
  if (missing.length > 0) throw new DomainError('PHOTO_NEEDS_CONSENT', { childNames: missing })
  await attachFiles(context, 'HandOut', first.id, [fileId])
  const [file] = await filesByIds(context, [fileId])
  if (!file?.mediaType.startsWith('image/')) throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
  await context.db.handOutPhoto.createMany({ data: lines.map(({ id }) => ({ fileId, lineId: id, createdAt: context.clock.now() })) })
  await context.audit({ subject: 'HandOut', id: first.id, after: { childName: lines.map(({ child }) => child.name).join(', '), photo: file.name } })
  return getHandOut(context, lineId)
}

/** What was signed on the screen, as pictures for paper, by hand-out. */
export const signaturePictures = async ({ db }: Context, handOutIds: readonly string[]): Promise<Map<string, Uint8Array>> => {
  const rows = await db.handOutSignature.findMany({ where: { id: { in: [...handOutIds] } } })
  if (rows.length === 0) return new Map()
  const { default: sharp } = await import('sharp')
  const { width, height } = signatureBox
  const drawn = rows.map(async ({ id, strokes }): Promise<[string, Uint8Array]> => {
    const path = `<path d="${signaturePath(strokes)}" fill="none" stroke="#000" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${path}</svg>`
    return [id, new Uint8Array(await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png({ palette: true, colours: 8 }).toBuffer())]
  })
  return new Map(await Promise.all(drawn))
}
