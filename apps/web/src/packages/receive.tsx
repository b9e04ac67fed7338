import { packages } from '@chung-tay/contracts/packages'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, FileButton } from '@mantine/core'
import { IconPackageImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { mutationOf } from '../api/query.ts'
import { problemText } from '../ui/problem-text.ts'
import { toastDone } from '../ui/toast.tsx'

/** Takes in a file; what is refused says why and stays until the next try. */
export const Receive = ({ onReceived }: { onReceived: (year: number) => void }) => {
  const { t } = useLingui()
  const receive = useMutation(mutationOf(packages.receive))
  const take = async (picked: File | null) => {
    if (!picked) return
    const made = await receive.mutateAsync({ body: { file: await picked.text() } }).catch(() => null)
    if (!made) return
    toastDone(t`Đã nhận gói số liệu của ${made.senderName}`)
    onReceived(made.year)
  }
  return (
    <>
      <FileButton onChange={(picked) => void take(picked)} accept="application/json,.json">
        {(props) => (
          <Button {...props} leftSection={<IconPackageImport size={16} aria-hidden />} loading={receive.isPending}>
            <Trans>Nhận gói số liệu</Trans>
          </Button>
        )}
      </FileButton>
      {receive.isError && (
        <Alert color="red" role="alert" title={t`Gói không được nhận`} w="100%">
          {problemText(receive.error)}
        </Alert>
      )}
    </>
  )
}
