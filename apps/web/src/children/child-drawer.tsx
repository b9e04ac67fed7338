import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { Trans, useLingui } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day } from '../ui/texts.tsx'
import { EditChild } from './child-form.tsx'
import { guardiansText, schoolLevelLabels, schoolText, sexLabels } from './child-labels.ts'
import { ConsentsTab } from './consents-tab.tsx'
import { RightsTab } from './rights-tab.tsx'

const ChildFacts = ({ child }: { child: ChildRecord }) => {
  const { t } = useLingui()
  const full: Fact[] = [
    { label: t`Ngày sinh`, value: <Day value={child.birthDate} /> },
    { label: t`Giới tính`, value: child.sex && sexLabels()[child.sex] },
    { label: t`Cấp học`, value: child.schoolLevel ? schoolLevelLabels()[child.schoolLevel] : '–' },
    { label: t`Trường, lớp`, value: schoolText(child) || '–' },
    { label: t`Hoàn cảnh cần quan tâm`, value: child.circumstances || '–', wide: true },
  ]
  return (
    <Facts
      facts={[
        { label: t`Bố mẹ, người giám hộ`, value: guardiansText(child.guardians), wide: true },
        { label: t`Đơn vị`, value: child.unitName ?? '–', wide: true },
        ...(child.full ? full : [{ label: t`Năm sinh`, value: child.birthYear }]),
      ]}
    />
  )
}

const Opened = ({ child }: { child: ChildRecord }) => {
  const can = useCan()
  const record = { guardians: child.guardians }
  const mayChange = can('update Child', record)
  if (!child.full) return <ChildFacts child={child} />
  return (
    <>
      <Tabs defaultValue="child" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="child" px="xs">
            <Trans>Thông tin</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="consents" px="xs">
            <Trans>Sự đồng ý</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="rights" px="xs">
            <Trans>Quyền của gia đình</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="child">{mayChange ? <EditChild key={child.version} child={child} /> : <ChildFacts child={child} />}</Tabs.Panel>
        <Tabs.Panel value="consents">
          <ConsentsTab child={child} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="rights">
          <RightsTab child={child} />
        </Tabs.Panel>
      </Tabs>
      <History subject="Child" id={child.id} words={{ ...sexLabels(), ...schoolLevelLabels() }} />
    </>
  )
}

/** One child beside the list. */
export const ChildDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const child = useQuery(queryOf(children.get, { params: { id } }))
  return (
    <RecordDrawer title={child.data?.name ?? t`Hồ sơ cháu`} onClose={onClose}>
      <Answer query={child}>{(data) => <Opened child={data} />}</Answer>
    </RecordDrawer>
  )
}
