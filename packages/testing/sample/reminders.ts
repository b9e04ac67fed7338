import type { Db } from '../agency.ts'

/** A letter that the mail server refused until it was given up: what the administrator finds to mend. */
export const makeSampleMail = (db: Db) =>
  db.mail.create({
    data: {
      key: 'digest:2021-06-18:sample',
      to: 'phong.tccl@sokhcn.bacgiang.example',
      subject: 'Nhiệm vụ Tháng hành động vì trẻ em: 1 trễ hạn, 1 sắp đến hạn (18/06/2021)',
      text: 'Kính gửi Trưởng phòng,\n\nHôm nay 18/06/2021 có 1 nhiệm vụ trễ hạn và 1 nhiệm vụ đến hạn trong 3 ngày tới.',
      createdAt: new Date('2021-06-18T00:00:00Z'),
      nextAt: new Date('2021-06-18T05:21:00Z'),
      failedAt: new Date('2021-06-18T05:21:00Z'),
      attempts: 6,
      error: '550 5.1.1 Mailbox unavailable',
    },
  })
