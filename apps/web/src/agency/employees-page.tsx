import { employees } from '@chung-tay/contracts/employees'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ItemOf, queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Answer } from '../ui/record-query.tsx'
import { Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { employeeKindLabels, employeeKindOptions } from './agency-labels.ts'
import { EditEmployee, NewEmployee } from './employee-form.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useUnitOptions } from './queries.ts'
import { employeesRoute } from './routes.ts'

type Employee = ItemOf<typeof employees.list>

const OpenEmployee = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(employees.get, { params: { id } }))
  if (query.data) return <EditEmployee employee={query.data} onClose={onClose} />
  return (
    <RecordDrawer title={t`Cán bộ, nhân viên`} onClose={onClose}>
      <Answer query={query}>{() => null}</Answer>
    </RecordDrawer>
  )
}

const useColumns = (q: string | undefined): Column<Employee>[] => {
  const { t } = useLingui()
  const kinds = employeeKindLabels()
  return [
    {
      key: 'name',
      header: t`Họ và tên`,
      sortKey: 'name',
      cell: (employee) => <PersonName name={<Highlight text={employee.name} search={q} />} note={employee.position || null} />,
    },
    { key: 'code', header: t`Mã`, sortKey: 'code', cell: (employee) => <Highlight text={employee.code} search={q} /> },
    { key: 'unit', header: t`Đơn vị`, cell: (employee) => employee.unitName },
    { key: 'kind', header: t`Loại`, hideBelow: 'md', cell: (employee) => kinds[employee.kind] },
    { key: 'phone', header: t`Điện thoại`, hideBelow: 'md', cell: (employee) => employee.phone ?? '–' },
    {
      key: 'active',
      header: t`Tình trạng`,
      cell: (employee) => <StatusBadge tone={employee.active ? 'good' : 'neutral'}>{employee.active ? t`Đang công tác` : t`Đã nghỉ`}</StatusBadge>,
    },
  ]
}

type Search = ReturnType<typeof employeesRoute.useSearch>

const Filters = ({ search: { unitId, kind, active }, change }: { search: Search; change: (part: Partial<Search>) => void }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  return (
    <>
      <FilterSelect label={t`Đơn vị`} value={unitId} options={units} onChange={(value) => change({ unitId: value })} />
      <FilterSelect label={t`Loại`} value={kind} options={employeeKindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
      <FilterSelect
        label={t`Tình trạng`}
        value={active}
        options={[
          { value: 'true', label: t`Đang công tác` },
          { value: 'false', label: t`Đã nghỉ` },
        ]}
        onChange={(value) => change({ active: value as typeof active })}
      />
    </>
  )
}

const Actions = ({ onNew, onImport }: { onNew: () => void; onImport: () => void }) => {
  const can = useCan()
  return (
    <>
      {can('import Employee') && (
        <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={onImport}>
          <Trans>Nhập từ bảng tính</Trans>
        </Button>
      )}
      {can('create Employee') && (
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onNew}>
          <Trans>Thêm cán bộ</Trans>
        </Button>
      )}
    </>
  )
}

/** Everybody who works in the department, as far as this person may see. */
export const EmployeesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(employeesRoute, employees.list)
  const [importing, setImporting] = useState(false)
  const { q, unitId, kind, active, sort, open } = search
  const close = () => change({ open: undefined })
  const columns = useColumns(q)
  return (
    <ListPage
      title={t`Cán bộ, nhân viên`}
      description={t`Công chức, viên chức và người lao động của cơ quan, xếp theo tên.`}
      action={<Actions onNew={() => change({ open: 'new' })} onImport={() => setImporting(true)} />}
      contract={employees.list}
      input={{ query: { q, unitId, kind, active, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên hoặc mã, không cần gõ dấu`}
      filters={<Filters search={search} change={change} />}
      filtered={[unitId, kind, active].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="name"
      onOpen={(employee) => change({ open: employee.id })}
      empty={{
        icon: IconUsers,
        title: t`Chưa có ai trong danh sách`,
        hint: can('import Employee') ? t`Nhập cả danh sách từ bảng tính, hoặc thêm từng người.` : t`Văn phòng sẽ nhập danh sách cán bộ, nhân viên.`,
      }}
    >
      {open === 'new' && <NewEmployee unitId={unitId} onClose={close} />}
      {open && open !== 'new' && <OpenEmployee key={open} id={open} onClose={close} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </ListPage>
  )
}
