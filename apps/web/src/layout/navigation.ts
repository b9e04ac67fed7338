import type { Permission } from '@chung-tay/domain/access/abilities'
import { t } from '@lingui/core/macro'
import {
  IconArchive,
  IconAward,
  IconBook2,
  IconBuilding,
  IconBuildingBank,
  IconBuildingWarehouse,
  IconCalendarEvent,
  IconCalendarStats,
  IconCertificate,
  IconChecklist,
  IconClipboardCheck,
  IconClipboardData,
  IconFileText,
  IconGift,
  IconHeartHandshake,
  IconHeartPlus,
  IconHome,
  IconListDetails,
  IconLock,
  IconMailExclamation,
  IconMedal,
  IconMoodKid,
  IconNews,
  IconPackageExport,
  IconPackages,
  IconPigMoney,
  IconReceipt,
  IconReceipt2,
  IconReportMoney,
  IconShieldCheck,
  IconSpeakerphone,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useCan, useCurrentCampaign } from '../session/session.ts'

export type NavigationItem = {
  to: string
  label: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** Shown to whom the abilities allow it; without one to everybody. */
  permission?: Permission
}
export type NavigationGroup = { label: string; items: NavigationItem[] }

/** The menu, in the department's words and in the order of the plan. */
const groups = (): NavigationGroup[] => [
  {
    label: t`Tháng hành động`,
    items: [
      { to: '/', label: t`Việc chờ tôi`, icon: IconHome },
      { to: '/$year/plan', label: t`Kế hoạch`, icon: IconListDetails, permission: 'read Campaign' },
      { to: '/$year/tasks', label: t({ message: 'Nhiệm vụ', context: 'menu' }), icon: IconChecklist, permission: 'read Task' },
      { to: '/$year/notices', label: t({ message: 'Thông báo', context: 'menu' }), icon: IconSpeakerphone, permission: 'read Notice' },
      { to: '/$year/publications', label: t`Tin, bài, khẩu hiệu`, icon: IconNews, permission: 'read Publication' },
      { to: '/$year/events', label: t`Hoạt động, sự kiện`, icon: IconCalendarEvent, permission: 'read Event' },
      { to: '/$year/unit-figures', label: t`Số liệu đơn vị`, icon: IconClipboardData, permission: 'read FigureConfirmation' },
      { to: '/$year/report', label: t`Báo cáo kết quả`, icon: IconFileText, permission: 'read Report' },
    ],
  },
  {
    label: t`Ủng hộ`,
    items: [
      { to: '/$year/pledges', label: t({ message: 'Đăng ký ủng hộ', context: 'menu' }), icon: IconHeartPlus, permission: 'read Pledge' },
      { to: '/$year/donations', label: t`Đóng góp`, icon: IconHeartHandshake, permission: 'read Donation' },
      { to: '/$year/bank-statements', label: t`Sao kê ngân hàng`, icon: IconReportMoney, permission: 'read BankLine' },
      { to: '/$year/disbursements', label: t`Chi, chuyển quỹ`, icon: IconReceipt, permission: 'read Disbursement' },
      { to: '/$year/ledger', label: t`Sổ quỹ`, icon: IconBook2, permission: 'read JournalEntry' },
      { to: '/$year/closing', label: t`Kiểm kê, khóa sổ`, icon: IconLock, permission: 'read LedgerClosing' },
      { to: '/$year/funds', label: t({ message: 'Quỹ', context: 'menu' }), icon: IconPigMoney, permission: 'read JournalEntry' },
    ],
  },
  {
    label: t`Trẻ em và quà 1/6`,
    items: [
      { to: '/$year/children', label: t`Trẻ em`, icon: IconMoodKid, permission: 'read Child' },
      { to: '/data-requests', label: t({ message: 'Yêu cầu về dữ liệu', context: 'menu' }), icon: IconShieldCheck, permission: 'read DataRequest' },
      { to: '/$year/gift-lists', label: t`Danh sách nhận quà`, icon: IconGift, permission: 'read GiftList' },
      { to: '/$year/stock', label: t`Kho quà`, icon: IconBuildingWarehouse, permission: 'read GiftKind' },
      { to: '/$year/purchases', label: t`Mua hàng`, icon: IconReceipt2, permission: 'read Disbursement' },
      { to: '/$year/stock-issues', label: t`Phiếu xuất kho`, icon: IconPackageExport, permission: 'read StockMovement' },
      { to: '/$year/stock-counts', label: t`Kiểm kê kho`, icon: IconClipboardCheck, permission: 'read StockCount' },
    ],
  },
  {
    label: t`Khen thưởng`,
    items: [
      { to: '/$year/nominations', label: t`Đề nghị khen thưởng`, icon: IconAward, permission: 'read Nomination' },
      { to: '/$year/award-tiers', label: t({ message: 'Mức khen thưởng', context: 'menu' }), icon: IconMedal, permission: 'read AwardTier' },
      { to: '/$year/decisions', label: t({ message: 'Quyết định', context: 'menu' }), icon: IconCertificate, permission: 'read AwardDecision' },
    ],
  },
  {
    label: t`Cơ quan`,
    items: [
      { to: '/campaigns', label: t`Các năm`, icon: IconCalendarStats, permission: 'read Campaign' },
      { to: '/packages', label: t`Gói số liệu`, icon: IconPackages, permission: 'read ReceivedPackage' },
      { to: '/reports', label: t`Lưu trữ báo cáo`, icon: IconArchive, permission: 'read Report' },
      { to: '/agency/units', label: t({ message: 'Đơn vị', context: 'menu' }), icon: IconBuilding, permission: 'read Unit' },
      { to: '/agency/employees', label: t`Cán bộ, nhân viên`, icon: IconUsers, permission: 'read Employee' },
      { to: '/agency/letterhead', label: t`Thông tin cơ quan`, icon: IconBuildingBank, permission: 'update Agency' },
      { to: '/accounts', label: t({ message: 'Tài khoản', context: 'menu' }), icon: IconUserCog, permission: 'read User' },
      { to: '/mails', label: t`Thư chưa gửi được`, icon: IconMailExclamation, permission: 'update User' },
    ],
  },
]

/** The menu of this person: what the abilities allow; pages of a year only when there is one. */
export const useNavigation = (): NavigationGroup[] => {
  const can = useCan()
  const campaign = useCurrentCampaign()
  const { routesByPath } = useRouter()
  const shown = ({ to, permission }: NavigationItem) =>
    to in routesByPath && (permission === undefined || can(permission)) && (campaign !== null || !to.startsWith('/$year'))
  return groups()
    .map(({ label, items }) => ({ label, items: items.filter(shown) }))
    .filter(({ items }) => items.length > 0)
}
