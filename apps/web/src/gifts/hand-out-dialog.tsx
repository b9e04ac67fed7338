import { files } from '@chung-tay/contracts/files'
import type { GiftListLineRecord } from '@chung-tay/contracts/gift-lines'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { signatureBox, signaturePath } from '@chung-tay/domain/gifts/signature'
import { Trans, useLingui } from '@lingui/react/macro'
import { Image, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Answer } from '../ui/record-query.tsx'
import { DateTime } from '../ui/texts.tsx'

const Signature = ({ strokes }: { strokes: string }) => {
  const { t } = useLingui()
  return (
    <svg
      role="img"
      aria-label={t`Chữ ký của người nhận`}
      viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
      style={{ background: '#fff', inlineSize: '100%', maxInlineSize: 360, borderRadius: 4 }}
    >
      <path d={signaturePath(strokes)} fill="none" stroke="#000" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** One hand-out with what was signed and photographed. */
export const HandOutDialog = ({ line, onClose }: { line: GiftListLineRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const given = useQuery(queryOf(handOuts.get, { params: { id: line.id } }))
  return (
    <Dialog title={t`Lần trao cho ${line.childName}`} onClose={onClose}>
      <Answer query={given}>
        {({ handOut, signature, photos, withheldPhotos }) => {
          const facts: Fact[] = [
            { label: t`Người nhận`, value: handOut.collectorName },
            { label: t`Nhận thay (quan hệ)`, value: handOut.proxyRelation ?? '–' },
            { label: t`Lúc`, value: <DateTime value={handOut.at} /> },
            { label: t`Người trao`, value: handOut.by },
          ]
          return (
            <Stack>
              <Facts facts={facts} />
              {signature === null ? (
                <Text size="sm" c="dimmed">
                  <Trans>Không ký trên màn hình.</Trans>
                </Text>
              ) : (
                <Signature strokes={signature} />
              )}
              {photos.map(({ id }) => (
                <Image key={id} src={urlOf(files.download, { params: { fileId: id } })} alt={t`Ảnh trao quà`} radius="sm" />
              ))}
              {withheldPhotos > 0 && (
                <Text size="sm" c="dimmed">
                  <Trans>{withheldPhotos} ảnh không hiện nữa vì gia đình đã rút sự đồng ý công bố hình ảnh.</Trans>
                </Text>
              )}
            </Stack>
          )
        }}
      </Answer>
    </Dialog>
  )
}
