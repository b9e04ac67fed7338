import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'

const inZalo = /\bzalo/i.test(navigator.userAgent)

/** Zalo shows links in a window of its own, which blocks downloads and the camera: says how to get out of it. */
export const InAppHint = () =>
  inZalo && (
    <Alert color="blue" p="xs" className="no-print" role="note">
      <Trans>Zalo chặn tải tệp và máy ảnh. Bấm ⋯ ở góc màn hình rồi chọn “Mở bằng trình duyệt”.</Trans>
    </Alert>
  )
