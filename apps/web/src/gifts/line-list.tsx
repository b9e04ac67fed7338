import { type GiftListLineRecord, giftListLines } from '@chung-tay/contracts/gift-lines'
import { useLingui } from '@lingui/react/macro'
import { Anchor } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { guardiansText } from '../children/child-labels.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { DateTime, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'

type Flag = 'true' | 'false' | undefined
export type LineSearch = ListSearch & {
  unitId?: string | undefined
  given?: Flag
  excluded?: Flag
  hasConsent?: Flag
  sort?: 'unit' | '-unit' | 'name' | '-name' | undefined
}
type SearchProps = { search: LineSearch; change: (part: LineSearch) => void }

const Filters = ({ search, change }: SearchProps) => {
  const { t } = useLingui()
  const can = useCan()
  const units = useUnitOptions()
  const yesNo = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  const filter = (label: string, name: 'given' | 'excluded' | 'hasConsent', yes: string, no: string) => (
    <FilterSelect label={label} value={search[name]} options={yesNo(yes, no)} onChange={(value) => change({ [name]: value as Flag })} />
  )
  return (
    <>
      {can('read GiftList') && <FilterSelect label={t`Đơn vị`} value={search.unitId} options={units} onChange={(unitId) => change({ unitId })} />}
      {filter(t`Trao quà`, 'given', t`Đã nhận`, t`Chưa nhận`)}
      {filter(t`Diện nhận quà`, 'excluded', t`Đã đưa ra`, t`Được nhận`)}
      {filter(t`Sự đồng ý`, 'hasConsent', t`Đã có`, t`Chưa có`)}
    </>
  )
}

type Press = ((line: GiftListLineRecord) => void) | undefined

const LineState = ({ line, onShow, onUndo }: { line: GiftListLineRecord; onShow: Press; onUndo: Press }) => {
  const { t } = useLingui()
  const { handOut, excluded, excludeReason, hasConsent } = line
  if (excluded) {
    const by = line.excludedByName === null ? excludeReason : `${excludeReason} (${line.excludedByName})`
    return <PersonName name={<StatusBadge tone="bad">{t`Không nhận`}</StatusBadge>} note={by} />
  }
  if (handOut) {
    const collector = handOut.proxyRelation === null ? handOut.collectorName : `${handOut.collectorName} (${handOut.proxyRelation})`
    return (
      <PersonName
        name={<StatusBadge tone="good">{t`Đã nhận`}</StatusBadge>}
        note={
          <>
            {collector}, <DateTime value={handOut.at} />
            {onShow && (
              <>
                {' – '}
                <Anchor component="button" type="button" fz="inherit" onClick={() => onShow(line)}>
                  {t`Xem`}
                </Anchor>
              </>
            )}
            {onUndo && (
              <>
                {' – '}
                <Anchor component="button" type="button" fz="inherit" onClick={() => onUndo(line)}>
                  {t`Hủy lần trao`}
                </Anchor>
              </>
            )}
          </>
        }
      />
    )
  }
  return <PersonName name={<StatusBadge tone="neutral">{t`Chưa nhận`}</StatusBadge>} note={!hasConsent && t`Chưa có sự đồng ý của gia đình`} />
}

type LineListProps = SearchProps & {
  title: string
  description?: string
  /** One list's lines; without it those of every list of the year. */
  giftListId?: string
  embedded?: boolean
  onOpen?: (line: GiftListLineRecord) => void
  onShow?: Press
  onUndo?: Press
  emptyHint: string
  children?: ReactNode
}

/** Entitlements with their unit, what became of them, and why somebody gets nothing. */
export const LineList = ({
  title,
  description,
  giftListId,
  embedded = false,
  search,
  change,
  onOpen,
  onShow,
  onUndo,
  emptyHint,
  children,
}: LineListProps) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const { q, unitId, given, excluded, hasConsent, sort } = search
  const columns: Column<GiftListLineRecord>[] = [
    {
      key: 'name',
      header: t`Họ và tên cháu`,
      sortKey: 'name',
      cell: (line) => (
        <PersonName
          name={<Highlight text={line.childName} search={q} />}
          note={
            <>
              {guardiansText(line.guardians)}
              {line.addReason !== null && (
                <StatusBadge tone="active" ml="xs">
                  {line.supplement === null ? t`Thêm tay` : t`Bổ sung lần ${line.supplement}`}
                </StatusBadge>
              )}
            </>
          }
        />
      ),
    },
    { key: 'birthYear', header: t`Năm sinh`, cell: (line) => line.birthYear },
    { key: 'unit', header: t`Đơn vị`, sortKey: 'unit', cell: (line) => line.unitName },
    ...(giftListId === undefined ? [{ key: 'list', header: t`Danh sách`, cell: (line: GiftListLineRecord) => line.giftListName }] : []),
    { key: 'state', header: t`Nhận quà`, cell: (line) => <LineState line={line} onShow={onShow} onUndo={onUndo} /> },
  ]
  return (
    <ListPage
      title={title}
      description={description}
      embedded={embedded}
      contract={giftListLines.list}
      input={{ params: { campaignId: campaign.id }, query: { giftListId, q, unitId, given, excluded, hasConsent, sort } }}
      search={search}
      onSearch={(part) => change(part as LineSearch)}
      searchLabel={t`Tìm theo tên cháu, không cần gõ dấu`}
      filters={<Filters search={search} change={change} />}
      filtered={[unitId, given, excluded, hasConsent].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="unit"
      {...(onOpen && { onOpen })}
      empty={{ icon: IconUsersGroup, title: t`Chưa có cháu nào trong danh sách`, hint: emptyHint }}
    >
      {children}
    </ListPage>
  )
}
