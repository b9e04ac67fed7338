/** How far a notice has reached: whole percent, rounded down, so that 100 means everybody. */
export const percentRead = ({ told, read }: { told: number; read: number }): number => (told === 0 ? 0 : Math.floor((read * 100) / told))

type Words = { year: number; title: string; theme: string; startsOn: string; endsOn: string; leader: string }

/** What the office begins with: what the month is about, when, and what families can take part in. */
export const noticeWords = ({ year, title, theme, startsOn, endsOn, leader }: Words): { title: string; text: string } => ({
  title: `Thông báo về ${title.replace(/^Tổ chức\s+/iu, '')}`,
  text: [
    `Kính gửi toàn thể cán bộ, công chức, viên chức, người lao động và gia đình,`,
    `${leader} đã phê duyệt Kế hoạch tổ chức Tháng hành động vì trẻ em năm ${year} với chủ đề “${theme}”, thực hiện từ ngày ${startsOn} đến ngày ${endsOn}.`,
    'Đề nghị mỗi người phổ biến Kế hoạch đến gia đình; cùng con em tham gia các hoạt động vui chơi, tặng quà ngày 1/6, tuyên dương, khen thưởng học sinh có thành tích cao; tự nguyện ủng hộ Quỹ Bảo trợ trẻ em theo khả năng.',
    'Sau khi đọc, xin bấm “Tôi đã đọc và phổ biến cho gia đình”.',
  ].join('\n'),
})
