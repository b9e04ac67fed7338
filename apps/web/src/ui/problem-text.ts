import { formatDay } from '@chung-tay/domain/dates'
import { t } from '@lingui/core/macro'
import { ApiError, type ProblemCode } from '../api/problem.ts'
import { formatMoment, formatMoney } from './format.ts'

type Details = Readonly<Record<string, unknown>>

const textIn = (details: Details, ...names: string[]): string | undefined =>
  names.map((name) => details[name]).find((value) => typeof value === 'string')
const numberIn = (details: Details, ...names: string[]): number | undefined =>
  names.map((name) => details[name]).find((value) => typeof value === 'number')

const overdrawn = (details: Details): string => {
  const balance = numberIn(details, 'balance')
  if (balance === undefined) return t`Số dư của quỹ không đủ.`
  const left = formatMoney(balance)
  if (details.method === 'cash') return t`Số dư của quỹ không đủ: tiền mặt còn ${left}.`
  if (details.method === 'transfer') return t`Số dư của quỹ không đủ: tài khoản ngân hàng còn ${left}.`
  return t`Số dư của quỹ không đủ: còn ${left}.`
}

const openingRefused = (details: Details): string => {
  const day = textIn(details, 'day')
  if (details.goods === true && day !== undefined)
    return t`Tồn kho đầu kỳ phải ghi từ ngày đầu tiên có nhập, xuất hoặc bút toán của quỹ trở về trước: ${formatDay(day)}.`
  if (details.goods === true && details.why === 'exists')
    return t`Quỹ này đã ghi tồn kho đầu kỳ của loại hàng này. Ghi sai thì hủy có lý do rồi ghi lại.`
  if (day !== undefined) return t`Số dư ban đầu phải ghi từ ngày có bút toán đầu tiên của quỹ trở về trước: ${formatDay(day)}.`
  if (details.why === 'books_closed') return t`Sổ quỹ đã khóa: không ghi thêm số dư ban đầu được nữa. Hãy đề nghị Lãnh đạo mở lại toàn bộ sổ.`
  return t`Quỹ này đã có số dư ban đầu. Ghi sai thì hủy có lý do rồi ghi lại.`
}

const letterRefused = ({ why }: Details): string => {
  if (why === 'no_server') return t`Chưa cài máy chủ thư nên chưa gửi được. Hãy tải bản PDF rồi gửi cho người ủng hộ.`
  if (why === 'no_address') return t`Người ủng hộ chưa có địa chỉ thư điện tử.`
  return t`Thư trước còn đang chờ gửi. Hãy đợi thư đó đi rồi gửi lại nếu cần.`
}

const stockShort = (details: Details): string => {
  const name = textIn(details, 'name', 'kindName', 'giftKindName')
  const left = numberIn(details, 'onHand')
  if (name !== undefined && left !== undefined) return t`Kho không đủ “${name}”: còn ${left}.`
  return name === undefined ? t`Kho không đủ hiện vật.` : t`Kho không đủ “${name}”.`
}

const kitRefused = ({ why }: Details): string => {
  if (why === 'itself') return t`Quà không thể là thành phần của chính nó.`
  if (why === 'nested') return t`Thành phần phải là hàng lẻ: quà ghép không dùng để ghép quà khác.`
  if (why === 'no_kit') return t`Quà này chưa khai thành phần nên không đóng, tháo được.`
  return t`Đã có quà được đóng hoặc đang trong kho nên không đổi thành phần được. Hãy thêm loại quà mới.`
}

const countIncomplete = (details: Details): string => {
  const [uncounted, unexplained] = [namesIn(details, 'uncounted'), namesIn(details, 'unexplained')]
  if (uncounted !== undefined) return t`Chưa đếm: ${uncounted}.`
  if (unexplained !== undefined) return t`Cần ghi lý do chênh lệch: ${unexplained}.`
  return t`Hãy ghi ít nhất một người trong ban kiểm kê.`
}

const handedOut = (details: Details): string => {
  const [at, by, collector] = [textIn(details, 'at'), textIn(details, 'by'), textIn(details, 'collectorName')]
  if (at === undefined || by === undefined || collector === undefined) return t`Quà này đã được trao.`
  return t`Đã trao lúc ${formatMoment(new Date(at))}: ${collector} nhận, ${by} trao.`
}

const notOnList = (details: Details): string => {
  const reason = textIn(details, 'reason')
  return reason === undefined ? t`Cháu không thuộc danh sách nhận quà này.` : t`Cháu đã được đưa ra khỏi danh sách này: ${reason}`
}

const staysOut = (details: Details): string => {
  const { reasons } = details
  const has = (reason: string) => Array.isArray(reasons) && reasons.includes(reason)
  if (has('onAnotherList')) return t`Cháu đã có trong danh sách khác của cùng loại quà.`
  if (has('consentWithdrawn')) return t`Gia đình đã rút sự đồng ý nên không thêm cháu vào danh sách được.`
  if (has('inactive')) return t`Hồ sơ của cháu đã ngừng theo dõi nên không thêm vào danh sách được.`
  return t`Cháu không còn bố mẹ tại cơ quan nên không xếp vào đơn vị nào được.`
}

const budgetShort = (details: Details): string => {
  const [toBuy, fund] = [numberIn(details, 'toBuy') ?? 0, textIn(details, 'fundName') ?? '']
  const [cost, held, short] = [
    formatMoney(numberIn(details, 'cost') ?? 0),
    formatMoney(numberIn(details, 'held') ?? 0),
    formatMoney(numberIn(details, 'short') ?? 0),
  ]
  return t`Không đủ kinh phí: còn phải mua ${toBuy} suất hết ${cost}, ${fund} chỉ còn ${held} chưa dành cho danh sách khác, thiếu ${short}.`
}

const tooOld = (details: Details): string => {
  const age = numberIn(details, 'age')
  return age === undefined
    ? t`Cháu đã đủ 16 tuổi vào ngày 1/6, không còn thuộc diện trẻ em.`
    : t`Vào ngày 1/6 cháu đã ${age} tuổi, không còn thuộc diện trẻ em (dưới 16 tuổi).`
}

const annexLine = (details: Details): string => {
  const line = numberIn(details, 'line') ?? 0
  return details.backwards === true
    ? t`Dòng ${line} của phụ lục: ngày kết thúc trước ngày bắt đầu.`
    : t`Dòng ${line} của phụ lục có phân tổ hoặc điều kiện lọc không dùng được cho chỉ tiêu này.`
}

const notConfirmed = (details: Details): string => {
  const name = textIn(details, 'unitName') ?? ''
  return numberIn(details, 'changes') === 0
    ? t`${name} chưa xác nhận số liệu.`
    : t`Số liệu của ${name} đã thay đổi sau khi xác nhận, cần xác nhận lại.`
}

const namesIn = (details: Details, name: string): string | undefined => {
  const value = details[name]
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : undefined
}

const purposeWords = (): Readonly<Record<string, string>> => ({
  gift: t`lập danh sách và trao quà`,
  award: t`xét khen thưởng`,
  publishName: t`công bố họ tên`,
  publishPhoto: t`công bố hình ảnh`,
})

const consentMissing = (details: Details): string => {
  const [names, purpose] = [namesIn(details, 'names'), purposeWords()[textIn(details, 'purpose') ?? '']]
  if (names === undefined || purpose === undefined) return t`Chưa có sự đồng ý của cha mẹ hoặc người giám hộ cho mục đích này.`
  return t`Gia đình chưa đồng ý hoặc đã rút sự đồng ý cho việc ${purpose}: ${names}.`
}

const outsideUnit = (details: Details): string => {
  const name = textIn(details, 'name')
  return name === undefined
    ? t`Trưởng đơn vị phải là người đang công tác tại đơn vị đó.`
    : t`${name} không công tác tại đơn vị này nên không làm trưởng được.`
}

const stillHead = (details: Details): string => {
  const units = namesIn(details, 'units')
  return units === undefined
    ? t`Người này đang là trưởng đơn vị. Hãy chọn trưởng khác trước.`
    : t`Người này đang là trưởng của ${units}. Hãy chọn trưởng khác cho đơn vị đó trước.`
}

const columnNames = (): Readonly<Record<string, string>> => ({
  code: t`Mã`,
  name: t`Họ và tên`,
  unit: t`Đơn vị`,
  birthDate: t`Ngày sinh`,
  parentName: t`Họ tên hoặc mã của bố, mẹ là cán bộ`,
})

const wordProblems = (): Readonly<Record<string, string>> => ({
  broken: t`Tệp Word bị hỏng hoặc chưa tải đủ. Hãy mở bằng Word, lưu lại rồi chọn lại tệp.`,
  encrypted: t`Tệp Word có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi chọn lại tệp.`,
  tooLarge: t`Tệp Word quá dài so với một bản kế hoạch.`,
  notWord: t`Đây không phải tệp Word (.docx). Tệp .doc cũ cần mở bằng Word và lưu thành .docx.`,
  notTable: t`Nội dung dán không phải là bảng. Hãy chọn các ô trong Excel, kể cả dòng tiêu đề, rồi sao chép lại.`,
  empty: t`Tệp Word không có chữ nào; bản quét ảnh chưa đọc được.`,
  statement: t`Không tìm thấy bảng sao kê trong tệp: cần có cột ngày, cột số tiền (ghi nợ, ghi có) và nội dung.`,
})

const unreadable = (details: Details): string => {
  const problem = wordProblems()[textIn(details, 'problem') ?? '']
  if (problem !== undefined) return problem
  const { missing } = details
  const columns = Array.isArray(missing) ? missing.map((field) => columnNames()[String(field)] ?? String(field)).join(', ') : undefined
  if (columns !== undefined) return t`Bảng thiếu cột: ${columns}. Hãy dùng tệp mẫu hoặc đặt lại tiêu đề cột.`
  const limit = numberIn(details, 'maximum')
  if (limit !== undefined) return t`Bảng quá lớn: mỗi lần nhập nhiều nhất ${limit} dòng.`
  return t`Không tìm thấy dòng tiêu đề trong 10 dòng đầu của bảng. Hãy dùng tệp mẫu hoặc đặt lại tiêu đề cột.`
}

const unknownAccount = (details: Details): string => {
  const account = textIn(details, 'account')
  return account === undefined
    ? t`Chưa quỹ nào có số tài khoản. Hãy ghi số tài khoản nhận ủng hộ ở trang Quỹ trước.`
    : t`Đây là sao kê của tài khoản ${account}, không phải tài khoản nhận ủng hộ của quỹ nào. Hãy kiểm tra lại tệp, hoặc ghi số tài khoản này ở trang Quỹ.`
}

const lineDone = (details: Details): string => {
  const [by, at] = [textIn(details, 'by'), textIn(details, 'at')]
  return by === undefined || by === '' || at === undefined
    ? t`Dòng sao kê này vừa được người khác xử lý. Hãy xem lại.`
    : t`${by} đã xử lý dòng sao kê này lúc ${formatMoment(new Date(at))}. Hãy xem lại.`
}

const exceeded = (details: Details): string => {
  const rest = numberIn(details, 'rest')
  return rest === undefined
    ? t`Số tiền lớn hơn phần còn lại của dòng sao kê.`
    : t`Số tiền lớn hơn phần còn lại của dòng sao kê: còn ${formatMoney(rest)}.`
}

const importedBefore = (details: Details): string => {
  const at = textIn(details, 'at')
  return at === undefined
    ? t`Tệp sao kê này đã được nhập.`
    : t`Tệp sao kê này đã được nhập lúc ${formatMoment(new Date(at))}; không có gì được ghi thêm.`
}

const unknownSender = (details: Details): string => {
  const [name, fingerprint] = [textIn(details, 'name'), textIn(details, 'fingerprint')]
  return t`Chưa biết khóa của “${name ?? ''}” (${fingerprint ?? ''}). Hãy gọi cơ quan đó đối chiếu dãy này rồi thêm vào danh sách gửi.`
}

const planParts = (): Readonly<Record<string, string>> => ({
  theme: t`chủ đề`,
  purpose: t`mục đích`,
  requirements: t`yêu cầu`,
  activities: t`nội dung hoạt động`,
})

const incompletePlan = (details: Details): string => {
  const { missing } = details
  const parts = Array.isArray(missing) ? missing.map((part) => planParts()[String(part)] ?? String(part)).join(', ') : ''
  return t`Kế hoạch chưa trình được vì còn thiếu: ${parts}.`
}

const kindOfEvidence = (kind: unknown): string => (kind === 'photo' ? t`ảnh` : kind === 'list' ? t`danh sách` : t`văn bản`)

const evidenceShort = (details: Details): string => {
  const { missing } = details
  if (!Array.isArray(missing) || missing.length === 0) return t`Cần kèm ít nhất một minh chứng.`
  const lines = (missing as { kind: string; count: number; there: number; label: string }[]).map(
    ({ kind, count, there, label }) => t`${label} (${kindOfEvidence(kind)}): mới có ${there}/${count}`,
  )
  return t`Còn thiếu minh chứng: ${lines.join('; ')}.`
}

const stepsOpen = (details: Details): string => {
  const steps = namesIn(details, 'steps')
  return steps === undefined ? t`Còn phần việc giao cho cán bộ chưa xong.` : t`Còn phần việc giao cho cán bộ chưa xong: ${steps}.`
}

const mergeRefused = (details: Details): string => {
  const max = numberIn(details, 'max') ?? 2
  if (details.why === 'guardians') return t`Hai hồ sơ có quá ${max} người giám hộ. Hãy bỏ người không phải bố mẹ của cháu trước khi gộp.`
  if (details.why === 'nominations') {
    const year = numberIn(details, 'year') ?? 0
    return t`Cả hai hồ sơ có đề nghị khen thưởng năm ${year}. Hãy từ chối một đề nghị, rồi giữ hồ sơ có đề nghị còn lại.`
  }
  return t`Một hồ sơ đã rút sự đồng ý, hồ sơ kia còn đồng ý cho cùng mục đích. Hãy hỏi lại gia đình và ghi nhận cho khớp trước khi gộp.`
}

const mergeStands = (details: Details): string => {
  if (details.why === 'undone') return t`Lần gộp này đã được hoàn tác.`
  if (details.why === 'mergedOn') return t`Hồ sơ này đã được gộp tiếp vào hồ sơ khác. Hãy hoàn tác lần gộp sau trước.`
  if (details.why === 'changed') return t`Hồ sơ đã được sửa sau khi gộp nên không hoàn tác được. Hãy đưa các mục đã sửa về như lúc gộp rồi thử lại.`
  return t`Suất quà, sự đồng ý hoặc đề nghị đã chuyển đi nơi khác sau khi gộp nên không hoàn tác được.`
}

const notSetUpTwice = (): string => t`Hệ thống đã được thiết lập. Mời đăng nhập.`

const sentences: Record<ProblemCode, (details: Details) => string> = {
  OFFLINE: () => t`Không kết nối được máy chủ. Những gì đã nhập vẫn còn; hãy kiểm tra mạng rồi thử lại.`,
  INVALID: () => t`Có mục chưa đúng. Hãy xem lại các mục được đánh dấu.`,
  UNAUTHENTICATED: () => t`Phiên đăng nhập đã hết. Mời đăng nhập lại.`,
  FORBIDDEN: () => t`Tài khoản của bạn không có quyền làm việc này.`,
  NOT_FOUND: (details) => (details.reference === true ? t`Bản ghi được chọn không còn tồn tại.` : t`Không tìm thấy, hoặc nằm ngoài phạm vi của bạn.`),
  CONFLICT: () => t`Không thực hiện được vì trái với dữ liệu hiện có.`,
  DUPLICATE: () => t`Đã có bản ghi trùng.`,
  IN_USE: () => t`Đang được dùng ở nơi khác nên không xóa được.`,
  STALE: () => t`Bản ghi đã được người khác sửa. Hãy xem lại nội dung mới rồi lưu.`,
  VERSION_REQUIRED: () => t`Thiếu phiên bản của bản ghi. Hãy tải lại trang.`,
  IDEMPOTENCY_KEY_REQUIRED: () => t`Yêu cầu thiếu mã nhận dạng. Hãy tải lại trang.`,
  IDEMPOTENCY_KEY_REUSED: () => t`Yêu cầu này đã được gửi với nội dung khác. Hãy tải lại trang.`,
  IN_FLIGHT: () => t`Yêu cầu trước vẫn đang được xử lý. Hãy chờ giây lát.`,
  BUSY: () => t`Nhiều người đang sửa cùng lúc. Hãy thử lại sau giây lát.`,
  TOO_MANY_REQUESTS: () => t`Quá nhiều lần thử trong thời gian ngắn. Hãy chờ một phút rồi thử lại.`,
  TOO_LARGE: () => t`Tệp hoặc nội dung quá lớn (tối đa 20 MB).`,
  UNSUPPORTED_MEDIA_TYPE: () => t`Loại tệp này không được nhận.`,
  NOT_READY: () => t`Máy chủ đang khởi động. Hãy thử lại sau giây lát.`,
  INTERNAL: () => t`Máy chủ gặp lỗi. Những gì đã nhập vẫn còn; hãy thử lại.`,
  PASSWORD_CHANGE_REQUIRED: () => t`Bạn cần đổi mật khẩu trước khi dùng tiếp.`,
  WRONG_PASSWORD: () => t`Mật khẩu hiện tại không đúng.`,
  WEAK_PASSWORD: () => t`Mật khẩu quá dễ đoán. Hãy chọn mật khẩu dài hơn, không chứa tên đăng nhập.`,
  ALREADY_SET_UP: notSetUpTwice,
  SETUP_TOKEN_INVALID: () => t`Mã thiết lập không đúng hoặc đã dùng. Hãy mở đúng liên kết mà máy chủ in ra.`,
  TRANSITION_NOT_ALLOWED: () => t`Bản ghi đã chuyển sang trạng thái khác nên không làm được bước này nữa.`,
  REASON_REQUIRED: () => t`Cần ghi rõ lý do.`,
  EVIDENCE_REQUIRED: evidenceShort,
  STEPS_OPEN: stepsOpen,
  EXTENSION_WAITS: () => t`Đã có một đề nghị gia hạn đang chờ Văn phòng quyết định.`,
  ALREADY_ANSWERED: () => t`Mục này đã được trả lời rồi.`,
  HEAD_OUTSIDE_UNIT: outsideUnit,
  STILL_HEAD: stillHead,
  VALID_FROM_REFUSED: () => t`Ngày bắt đầu dùng tên mới phải sau lần đổi tên trước và không sau hôm nay.`,
  UNIT_CLOSED: () => t`Đơn vị này đã ngừng hoạt động. Hãy chọn đơn vị khác.`,
  IMPORT_UNREADABLE: unreadable,
  PLAN_INCOMPLETE: incompletePlan,
  CAMPAIGN_CLOSED: () => t`Tháng hành động này đã kết thúc, không sửa được nữa.`,
  CAMPAIGN_NOT_APPROVED: () => t`Kế hoạch chưa được Lãnh đạo duyệt.`,
  FUND_OVERDRAWN: overdrawn,
  FUND_INACTIVE: () => t`Quỹ này đã ngừng nhận và chi.`,
  BOOKS_CLOSED: () => t`Sổ quỹ đã khóa đến ngày này hoặc sau đó. Hãy ghi vào ngày sau, hoặc đề nghị Lãnh đạo mở lại sổ.`,
  BOOKS_NOT_READY: () => t`Chưa khóa được sổ: tiền phải được kiểm kê và khớp với sổ đến từng đồng.`,
  BOOKS_NOT_CLOSED: () => t`Sổ đang mở từ ngày đó rồi.`,
  OPENING_REFUSED: openingRefused,
  LETTER_REFUSED: letterRefused,
  BOOKS_WRONG: () => t`Sổ quỹ có chỗ chưa khớp nên chưa ký được báo cáo. Hãy mở trang Sổ quỹ xem phép kiểm tra nào sai.`,
  BANK_ACCOUNT_UNKNOWN: unknownAccount,
  STATEMENT_KNOWN: importedBefore,
  BANK_LINE_DONE: lineDone,
  BANK_LINE_EXCEEDED: exceeded,
  DONATION_LINKED: () => t`Khoản này không phải chuyển khoản, hoặc đã gắn với một dòng sao kê khác.`,
  RETURN_DOES_NOT_FIT: () => t`Số tiền trả lại không khớp với dòng được chọn. Hãy chọn dòng khác, hoặc tách khoản đã nhận cho khớp trước.`,
  ALREADY_VOIDED: () => t`Chứng từ này đã được hủy.`,
  STOCK_SHORT: stockShort,
  ALREADY_HANDED_OUT: handedOut,
  UNDO_BY_ANOTHER: () => t`Người đã trao không tự hủy được lần trao của mình: hãy nhờ người phụ trách khác hoặc Lãnh đạo.`,
  GIVEN_BY_ANOTHER: () => t`Suất này do người khác ghi trên máy: người đã trao đăng nhập lại thì máy tự gửi.`,
  LIST_NOT_APPROVED: () => t`Danh sách nhận quà chưa được duyệt.`,
  LIST_EMPTY: () => t`Danh sách chưa có cháu nào. Hãy lập danh sách theo điều kiện trước khi trình.`,
  STOCK_ISSUED: (details) => {
    const name = textIn(details, 'name')
    return name === undefined ? t`Hàng đã xuất một phần nên không hủy được nữa.` : t`“${name}” đã xuất một phần nên không hủy được nữa.`
  },
  COUNT_OPEN: () => t`Đang có một phiếu kiểm kê chưa xong. Hoàn thành hoặc hủy phiếu đó rồi mới lập phiếu mới.`,
  NOTHING_TO_COUNT: () => t`Kho chưa có loại hàng nào để kiểm kê.`,
  COUNT_INCOMPLETE: countIncomplete,
  STOCK_MOVED: (details) => t`Kho vừa có nhập, xuất: ${namesIn(details, 'names') ?? ''}. Xem lại số sổ sách mới rồi xác nhận.`,
  KIT_REFUSED: kitRefused,
  KIT_FUNDS: (details) =>
    t`Thành phần thuộc ${numberIn(details, 'funds') ?? 0} quỹ mà chỉ đóng ${numberIn(details, 'kits') ?? 0} suất: mỗi suất chỉ ghi vào một quỹ. Hãy đóng thêm, hoặc chọn quỹ lấy hàng trước.`,
  NOTHING_TO_ISSUE: () => t`Mọi quà đã trao đều đã có phiếu xuất kho.`,
  GIFT_GIVEN: () => t`Cháu đã nhận quà nên không đưa ra khỏi danh sách được nữa.`,
  CHILD_STAYS_OUT: staysOut,
  FUND_REQUIRED: () => t`Hãy chọn quỹ chi cho danh sách trước khi trình (nút “Sửa”).`,
  BUDGET_SHORT: budgetShort,
  LINE_EXCLUDED: (details) => notOnList(details),
  PROXY_RELATION_REQUIRED: () => t`Người nhận không phải cha mẹ hoặc người giám hộ của cháu: cần ghi quan hệ với cháu.`,
  CHILD_AGREEMENT_REQUIRED: () => t`Cháu từ đủ 7 tuổi: cần cả sự đồng ý của chính cháu mới được công bố.`,
  CHILD_TOO_OLD: tooOld,
  ALREADY_NOMINATED: () => t`Cháu đã được đề nghị khen thưởng trong năm nay.`,
  TIER_DOES_NOT_FIT: () => t`Mức khen thưởng này không dành cho cấp học của cháu.`,
  NOTHING_TO_DECIDE: () => t`Chưa có đề nghị nào được duyệt để đưa vào quyết định.`,
  PHOTO_NEEDS_CONSENT: (details) => {
    const names = namesIn(details, 'childNames') ?? ''
    return t`Không lưu ảnh: gia đình chưa đồng ý đăng ảnh của ${names}. Chỉ chụp khi mọi cháu trong ảnh đã có sự đồng ý.`
  },
  CONSENT_MISSING: consentMissing,
  TOO_MANY_GUARDIANS: () => t`Một cháu có nhiều nhất hai người giám hộ.`,
  MERGE_REFUSED: mergeRefused,
  MERGE_STANDS: mergeStands,
  ERASE_BY_ANOTHER: () => t`Người đã chấp nhận yêu cầu không tự xóa: cần người thứ hai thực hiện.`,
  REPORT_NOT_ISSUED: () => t`Báo cáo chưa có số và ngày ban hành. Hãy ghi số trước khi gửi.`,
  REPORT_REPLACED: () => t`Báo cáo này đã có bản thay thế. Hãy mở bản mới nhất.`,
  SENT_DAY_REFUSED: () => t`Ngày gửi phải từ ngày ban hành đến hôm nay.`,
  ANNEX_EMPTY: () => t`Phụ lục phải có ít nhất một chỉ tiêu.`,
  ANNEX_LINE_REFUSED: annexLine,
  FIGURES_LOCKED: () => t`Số liệu của đơn vị đã khóa. Hãy đề nghị Văn phòng mở ngoại lệ nếu cần sửa.`,
  FIGURES_NOT_CONFIRMED: notConfirmed,
  PACKAGE_UNREADABLE: () => t`Tệp này không phải gói số liệu, hoặc thiếu phần bắt buộc.`,
  PACKAGE_ALTERED: () => t`Gói số liệu đã bị sửa sau khi ký, nên không nhận. Hãy đề nghị cơ quan gửi lại.`,
  PACKAGE_OLDER: () => t`Đã nhận gói mới hơn của cơ quan này trong năm.`,
  SENDER_UNKNOWN: unknownSender,
  REPORT_SIGNED: () => t`Báo cáo đã ký, không sửa được nữa.`,
  FILE_NOT_YOURS: () => t`Tệp này không phải do bạn tải lên hoặc đã thuộc về bản ghi khác.`,
}

/** What happened, as a sentence for a person in the language of the screen. */
export const problemText = (error: unknown): string => {
  if (!(error instanceof ApiError)) return sentences.INTERNAL({})
  // A server newer than this page may know codes that the page does not.
  const sentence: ((details: Details) => string) | undefined = sentences[error.code]
  return (sentence ?? sentences.INTERNAL)(error.details)
}
