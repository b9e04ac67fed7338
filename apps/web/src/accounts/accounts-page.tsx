import { accounts } from '@chung-tay/contracts/accounts'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconUserCog, IconUserPlus } from '@tabler/icons-react'
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
import { DateTime, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { EditAccount, NewAccount } from './account-form.tsx'
import { roleLabels, roleOptions } from './role-labels.ts'
import { accountsRoute } from './routes.ts'
import { type Opened, TemporaryPassword } from './temporary-password.tsx'

type Account = ItemOf<typeof accounts.list>

const OpenAccount = ({ id, onClose, onPassword }: { id: string; onClose: () => void; onPassword: (opened: Opened) => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(accounts.get, { params: { id } }))
  if (query.data) return <EditAccount account={query.data} onClose={onClose} onPassword={onPassword} />
  return (
    <RecordDrawer title={t`Tài khoản`} onClose={onClose}>
      <Answer query={query}>{() => null}</Answer>
    </RecordDrawer>
  )
}

/** Accounts: who may sign in, as what. */
export const AccountsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(accountsRoute, accounts.list)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { q, role, active, sort, open } = search
  const close = () => change({ open: undefined })
  const labels = roleLabels()

  const columns: Column<Account>[] = [
    {
      key: 'name',
      header: t`Họ và tên`,
      sortKey: 'name',
      cell: (account) => (
        <PersonName name={<Highlight text={account.name} search={q} />} note={account.employeeName === account.name ? null : account.employeeName} />
      ),
    },
    { key: 'username', header: t`Tên đăng nhập`, sortKey: 'username', cell: (account) => <Highlight text={account.username} search={q} /> },
    { key: 'roles', header: t`Vai trò`, cell: (account) => account.roles.map((one) => labels[one]).join(', ') || t`Theo hồ sơ cán bộ` },
    {
      key: 'active',
      header: t`Trạng thái`,
      cell: (account) => <StatusBadge tone={account.active ? 'good' : 'neutral'}>{account.active ? t`Đang dùng` : t`Đã khóa`}</StatusBadge>,
    },
    { key: 'lastSignInAt', header: t`Đăng nhập gần nhất`, hideBelow: 'md', cell: (account) => <DateTime value={account.lastSignInAt} /> },
  ]
  return (
    <ListPage
      title={t({ message: 'Tài khoản', context: 'menu' })}
      description={t`Ai được đăng nhập và với vai trò nào. Khóa tài khoản sẽ kết thúc mọi phiên ngay.`}
      action={
        can('create User') && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm tài khoản`}
          </Button>
        )
      }
      contract={accounts.list}
      input={{ query: { q, role, active, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên, không cần gõ dấu`}
      filters={
        <>
          <FilterSelect label={t`Vai trò`} value={role} options={roleOptions()} onChange={(value) => change({ role: value as typeof role })} />
          <FilterSelect
            label={t`Trạng thái`}
            value={active}
            options={[
              { value: 'true', label: t`Đang dùng` },
              { value: 'false', label: t`Đã khóa` },
            ]}
            onChange={(value) => change({ active: value as typeof active })}
          />
        </>
      }
      filtered={role !== undefined || active !== undefined}
      columns={columns}
      defaultSort="name"
      onOpen={(account) => change({ open: account.id })}
      empty={{
        icon: IconUserCog,
        title: t`Chưa có tài khoản nào`,
        hint: t`Thêm tài khoản cho từng người; mỗi người tự đổi mật khẩu ở lần đăng nhập đầu.`,
      }}
    >
      {open === 'new' && <NewAccount onClose={close} onPassword={setOpened} />}
      {open && open !== 'new' && <OpenAccount key={open} id={open} onClose={close} onPassword={setOpened} />}
      {opened && <TemporaryPassword {...opened} onClose={() => setOpened(null)} />}
    </ListPage>
  )
}
