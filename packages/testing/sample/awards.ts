import type { NominationStatus } from '@chung-tay/db/client'
import type { Db } from '../agency.ts'
import { makeAwardTier, makeNomination } from '../awards.ts'
import type { SamplePeople } from './agency.ts'
import { type ActorOf, at } from './month.ts'

type SampleNomination = { child: string; tier: 'excellent' | 'good' | 'contest'; achievement: string; status: NominationStatus; reason?: string }

const nominations: readonly SampleNomination[] = [
  { child: 'Trần Quốc Bảo', tier: 'excellent', achievement: 'Hoàn thành xuất sắc các nội dung học tập và rèn luyện lớp 3', status: 'approved' },
  {
    child: 'Phạm Nguyễn Tuệ Nhi',
    tier: 'excellent',
    achievement: 'Hoàn thành xuất sắc các nội dung học tập và rèn luyện lớp 3',
    status: 'submitted',
  },
  { child: 'Nguyễn Đặng Gia Hân', tier: 'excellent', achievement: 'Hoàn thành xuất sắc các nội dung học tập và rèn luyện lớp 4', status: 'approved' },
  {
    child: 'Phạm Trần Bảo Anh',
    tier: 'excellent',
    achievement: 'Hoàn thành tốt các nội dung học tập và rèn luyện',
    status: 'returned',
    reason: 'Đề nghị bổ sung giấy khen Hoàn thành xuất sắc.',
  },
  { child: 'Bùi Đức Minh', tier: 'good', achievement: 'Học sinh giỏi lớp 9, điểm trung bình 9,1', status: 'approved' },
  { child: 'Vũ Giáp Quỳnh Anh', tier: 'good', achievement: 'Học sinh giỏi lớp 8', status: 'submitted' },
  { child: 'Nguyễn Thanh Hà', tier: 'contest', achievement: 'Giải Nhì kỳ thi chọn học sinh giỏi cấp tỉnh môn Toán', status: 'approved' },
]

/** The tiers of the school year 2020-2021 and what was nominated by 20 June. */
export const makeSampleAwards = async (db: Db, campaignId: string, people: SamplePeople, actor: ActorOf): Promise<void> => {
  const tiers = {
    excellent: await makeAwardTier(db, {
      campaignId,
      name: 'Hoàn thành xuất sắc (tiểu học)',
      schoolLevel: 'primary',
      criterion: 'Giấy khen Hoàn thành xuất sắc các nội dung học tập và rèn luyện',
      amount: 200_000n,
      sortOrder: 1,
    }),
    good: await makeAwardTier(db, {
      campaignId,
      name: 'Học sinh giỏi (trung học cơ sở)',
      schoolLevel: 'lowerSecondary',
      criterion: 'Danh hiệu Học sinh giỏi cả năm',
      amount: 300_000n,
      sortOrder: 2,
    }),
    contest: await makeAwardTier(db, {
      campaignId,
      name: 'Đạt giải cấp tỉnh trở lên',
      schoolLevel: null,
      criterion: 'Giải Ba trở lên trong kỳ thi chọn học sinh giỏi cấp tỉnh, quốc gia',
      amount: 500_000n,
      sortOrder: 3,
    }),
  }
  for (const { child: name, tier, achievement, status, reason } of nominations) {
    const child = people.child(name)
    await makeNomination(db, {
      tierId: tiers[tier].id,
      childId: child.id,
      school: child.school,
      className: child.className,
      schoolLevel: child.schoolLevel ?? 'primary',
      achievement,
      status,
      reviewReason: reason ?? null,
      submittedById: actor('congdoan'),
      createdAt: at('2021-06-15'),
      updatedAt: at('2021-06-17'),
    })
  }
}
