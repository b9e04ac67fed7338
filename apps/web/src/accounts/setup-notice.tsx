import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor } from '@mantine/core'
import { useEffect, useState } from 'react'
import { get } from '../api/call.ts'
import { gatePaths } from '../session/gate.ts'

/** On an installation that is still empty, the way to its setup. */
export const SetupNotice = () => {
  const { t } = useLingui()
  const [needed, setNeeded] = useState(false)
  useEffect(() => {
    // Without the contract: its schema library would make this page a quarter heavier.
    get('/setup').then(
      (status) => setNeeded((status as { needed: boolean }).needed),
      // The form itself will say what is wrong with the server.
      () => setNeeded(false),
    )
  }, [])
  if (!needed) return null
  return (
    <Alert color="stamen" title={t`Chưa thiết lập`}>
      <Trans>
        Hệ thống chưa được thiết lập. Hãy mở liên kết mà máy chủ in ra khi khởi động, hoặc tới{' '}
        <Anchor href={gatePaths.setup} inherit>
          trang thiết lập
        </Anchor>
        .
      </Trans>
    </Alert>
  )
}
