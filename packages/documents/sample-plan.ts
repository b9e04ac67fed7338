import type { PlanInput } from './plan.ts'
import { sampleAgency, sampleReport } from './sample-inputs.ts'

/** The plan the department issued in May 2021, as the records desk got it: without number and day. */
export const samplePlan: PlanInput = {
  agency: sampleAgency,
  campaign: {
    title: 'Tháng hành động vì trẻ em năm 2021',
    theme: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
    guidance: sampleReport.campaign.guidance,
  },
  number: null,
  issuedOn: null,
  expectedOn: '2021-05',
  purposes: [
    'Nhằm nâng cao nhận thức cho cán bộ, công chức, viên chức và người lao động trong cơ quan tiếp tục hành động và dành sự quan tâm đến trẻ em.',
    'Thúc đẩy phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em.',
    'Tuyên truyền, phổ biến, vận động cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân thực hiện chính sách, chương trình, kế hoạch, dự án, xây dựng các công trình và vận động nguồn lực cho trẻ em.',
  ],
  requirements: [
    'Việc tổ chức các hoạt động Tháng hành động vì trẻ em đảm bảo thiết thực, hiệu quả, phù hợp với điều kiện thực tiễn của cơ quan, tránh phô trương, hình thức, lãng phí.',
    'Việc tổ chức các hoạt động Tháng hành động vì trẻ em linh hoạt theo tình hình thực tế của cơ quan và tuân thủ các quy định về phòng, chống dịch Covid-19.',
  ],
  activities: [
    'Tuyên truyền, phổ biến pháp luật, chính sách, chương trình, kế hoạch, dự án cho trẻ em; Đăng tải các khẩu hiệu, thông điệp tuyên truyền về bảo vệ, chăm sóc trẻ em nhân dịp Tháng hành động vì trẻ em năm 2021; Cập nhật các tin, bài viết về Tháng hành động vì trẻ em trên website của Sở.',
    'Vận động sự đóng góp tự nguyện của tổ chức, cá nhân ở trong cơ quan cho Quỹ bảo trợ trẻ em, ủng hộ trẻ em khuyết tật.',
    'Tổ chức tặng quà nhân ngày Tết thiếu nhi 1-6 và các hoạt động vui chơi, giải trí, văn hóa, thể thao, du lịch và tham quan di tích, thắng cảnh bảo đảm an toàn, lành mạnh cho con em cán bộ, công chức, viên chức, người lao động trong cơ quan.',
    'Tổ chức tuyên dương, khen thưởng, động viên khuyến khích con của cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021.',
    'Thực hiện phong trào toàn dân chăm sóc, giáo dục và bảo vệ trẻ em theo quy định pháp luật về trách nhiệm của cơ quan, tổ chức, cơ sở giáo dục, gia đình, cá nhân trong việc thực hiện quyền và bổn phận của trẻ em.',
  ],
  period: { startsOn: '2021-06-01', endsOn: '2021-06-30' },
  organisation: [
    'Trưởng các phòng, đơn vị thuộc Sở triển khai tổ chức Tháng hành động vì trẻ em năm 2021 đến toàn thể cán bộ, công chức, viên chức và người lao động cơ quan cùng toàn thể gia đình.',
    'Văn phòng Sở có trách nhiệm kiểm tra, đôn đốc các phòng, đơn vị thuộc Sở triển khai thực hiện Kế hoạch; Phối hợp với Công đoàn sở tổ chức tặng quà Tết thiếu nhi 1-6 và khen thưởng công cán bộ, công chức, viên chức, người lao động trong cơ quan đạt thành tích học tập cao trong năm học 2020-2021; Tổng hợp báo cáo kết quả triển khai thực hiện Tháng hành động vì trẻ em năm 2021 gửi Sở Lao động – Thương binh và Xã hội trước ngày 05/7/2021.',
    'Trung tâm Ứng dụng KH&CN thực hiện tuyên truyền về Tháng hành động vì trẻ em trên website của Sở.',
  ],
  recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị trực thuộc Sở'],
}
