import { photoTypes } from '@chung-tay/contracts/files'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, FileButton, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '../api/files.ts'
import { mutationOf } from '../api/query.ts'
import { problemText } from '../ui/problem-text.ts'
import type { Entry, Kept } from './store.ts'

/** A photo of what was handed over in one go, with the network: only when each child that it would show has the consent, else it says who has not. */
export const PhotoButton = ({ pack, together }: { pack: Kept; together: readonly Entry[] }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const add = useMutation(mutationOf(handOuts.photo))
  const ids = together.map(({ lineId }) => lineId)
  const lines = pack.families.flatMap(({ lines }) => lines).filter(({ id }) => ids.includes(id))
  const missing = lines.filter(({ mayPhotograph }) => !mayPhotograph)
  const [id = '', ...withLineIds] = ids
  const save = useMutation({
    mutationFn: async (photo: File) => {
      const { id: fileId } = await uploadFile(photo)
      return add.mutateAsync({ params: { id }, body: { fileId, withLineIds } })
    },
  })
  if (save.isSuccess) return <Text size="sm">{t`Đã lưu ảnh`}</Text>
  if (missing.length > 0) {
    return asked ? (
      <Text size="xs" c="dimmed" role="status" maw={180}>
        <Trans>Không chụp: gia đình chưa đồng ý đăng ảnh của {missing.map(({ childName }) => childName).join(', ')}.</Trans>
      </Text>
    ) : (
      <Button size="compact-sm" variant="subtle" leftSection={<IconCamera size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Chụp ảnh</Trans>
      </Button>
    )
  }
  return (
    <div>
      <FileButton accept={photoTypes.join(',')} capture="environment" onChange={(photo) => photo && save.mutate(photo)}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="subtle" loading={save.isPending} leftSection={<IconCamera size={16} aria-hidden />}>
            <Trans>Chụp ảnh</Trans>
          </Button>
        )}
      </FileButton>
      {save.isError && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert" maw={180}>
          {problemText(save.error)}
        </Text>
      )}
    </div>
  )
}
