import { packages } from '@chung-tay/contracts/packages'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useAction } from '../ui/action.ts'

const save = (name: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const anchor = Object.assign(document.createElement('a'), { href: address, download: name })
  anchor.click()
  URL.revokeObjectURL(address)
}

/** The figures of a numbered report as a signed file for the agency above. */
export const PackageButton = ({ reportId }: { reportId: string }) => {
  const { t } = useLingui()
  const make = useAction(packages.make, {
    done: (made) => {
      const { year, agency, revision } = made.content
      save(`goi-so-lieu-${agency.symbol.toLowerCase()}-${year}-${revision}.json`, `${JSON.stringify(made, null, 2)}\n`)
      return t`Đã tạo gói số liệu có chữ ký của cơ quan`
    },
  })
  return (
    <Button
      variant="default"
      leftSection={<IconPackageExport size={16} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate({ params: { id: reportId } })}
    >
      <Trans>Gói số liệu</Trans>
    </Button>
  )
}
