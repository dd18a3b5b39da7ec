// The people of the demonstration. Citizen ids are artificial with a valid check digit; e-mail addresses lead nowhere.

export interface DemoPerson {
  readonly username: string
  readonly office: string
  readonly groups: readonly string[]
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  readonly position: string
  readonly citizenId: string
  /** active: own password · first: only the first password · expired, suspended, cancelled, provisional, requested. */
  readonly standing: 'active' | 'first' | 'expired' | 'suspended' | 'cancelled' | 'provisional' | 'requested'
  /** Whether the holder was registered beforehand; otherwise the first claim is provisional. */
  readonly isKnown: boolean
}

type Given = readonly [username: string, office: string, groups: string, position: string, standing?: DemoPerson['standing'], known?: 'unknown']

const townGroups: readonly Given[] = [
  ['saensuk.head', '4200103', 'LAO_FIN_HEAD', 'ผู้อำนวยการกองคลัง'],
  ['saensuk.exec', '4200103', 'LAO_EXECUTIVE', 'นายกเทศมนตรี'],
  ['saensuk.budget', '4200103', 'LAO_BUDGET', 'นักวิเคราะห์นโยบายและแผน'],
  ['saensuk.revenue', '4200103', 'LAO_REVENUE', 'นักวิชาการจัดเก็บรายได้'],
  ['saensuk.finance', '4200103', 'LAO_FINANCE', 'เจ้าพนักงานการเงินและบัญชี'],
  ['saensuk.account', '4200103', 'LAO_ACCOUNT', 'นักวิชาการเงินและบัญชี'],
  ['saensuk.procure', '4200103', 'LAO_PROCURE', 'นักวิชาการพัสดุ'],
  ['saensuk.payroll', '4200103', 'LAO_PAYROLL', 'เจ้าพนักงานธุรการ'],
  ['saensuk.clerk', '4200103', 'LAO_DEPT_CLERK', 'เจ้าพนักงานธุรการ กองช่าง'],
  ['saensuk.depthead', '4200103', 'LAO_DEPT_HEAD', 'ผู้อำนวยการกองช่าง'],
  ['saensuk.check', '4200103', 'LAO_VOUCHER_CHECK', 'นักวิชาการเงินและบัญชี'],
  ['saensuk.audit', '4200103', 'LAO_AUDITOR', 'นักวิชาการตรวจสอบภายใน'],
  ['saensuk.trainer', '4200103', 'PROV_TRAINER LAO_ACCOUNT KM_MEMBER', 'นักวิชาการเงินและบัญชี (ครู ก)'],
]

const unitGroups: readonly Given[] = [
  ['school.clerk', '420010305001', 'SUB_CLERK', 'ครู'],
  ['school.finance', '420010305001', 'SUB_FINANCE', 'เจ้าหน้าที่การเงิน'],
  ['school.head', '420010305001', 'SUB_FIN_HEAD', 'หัวหน้าหน่วยงานคลังของโรงเรียน'],
  ['school.director', '420010305001', 'SUB_HEAD', 'ผู้อำนวยการสถานศึกษา'],
  ['school.account', '420010305001', 'SUB_ACCOUNT', 'เจ้าหน้าที่บัญชี'],
  ['school.procure', '420010305001', 'SUB_PROCURE', 'เจ้าหน้าที่พัสดุ'],
  ['hospital.finance', '420010304001', 'SUB_FINANCE', 'เจ้าพนักงานการเงินและบัญชี'],
  ['hospital.head', '420010304001', 'SUB_FIN_HEAD', 'หัวหน้าฝ่ายการเงิน'],
  ['water.finance', '420010302001', 'SUB_FINANCE', 'เจ้าหน้าที่การเงิน'],
  ['water.head', '420010302001', 'SUB_FIN_HEAD', 'หัวหน้าฝ่ายการเงิน'],
  ['pawn.manager', '420010301001', 'PAWN_MANAGER', 'ผู้จัดการสถานธนานุบาล'],
  ['pawn.account', '420010301001', 'PAWN_ACCOUNT', 'พนักงานบัญชี'],
  ['pawn.cashier', '420010301001', 'PAWN_CASHIER', 'พนักงานการเงิน'],
]

const overseers: readonly Given[] = [
  ['prov20.head', 'P20', 'PROV_HEAD', 'ผู้อำนวยการกลุ่มงานการเงินบัญชีและการตรวจสอบ'],
  ['prov20.officer', 'P20', 'PROV_OFFICER', 'นักวิชาการเงินและบัญชี'],
  ['prov20.trainer', 'P20', 'PROV_TRAINER', 'นักวิชาการเงินและบัญชี (ครู ก)'],
  ['dla.sysadmin', 'DLA', 'DLA_SYSADMIN', 'นักวิชาการคอมพิวเตอร์'],
  ['dla.useradmin', 'DLA', 'DLA_USERADMIN', 'นักวิชาการเงินและบัญชี'],
  ['dla.oversight', 'DLA', 'DLA_OVERSIGHT', 'นักวิชาการตรวจสอบบัญชี'],
  ['dla.content', 'DLA', 'DLA_CONTENT KM_MODERATOR', 'นักประชาสัมพันธ์'],
  ['dla.callcenter', 'DLA', 'DLA_CALLCENTER', 'เจ้าหน้าที่ Callcenter'],
]

/** First use, each journey of the letter; and the standings in which nobody gets in. */
const beforeActivation: readonly Given[] = [
  ['ktb303', '4200103', 'LAO_FINANCE', 'เจ้าพนักงานการเงินและบัญชี', 'first'],
  ['prov71', 'P71', 'PROV_HEAD', '', 'first'],
  ['s671130305002', '671130305002', 'SUB_FIN_HEAD', '', 'first'],
  ['s671130305001', '671130305001', 'SUB_FIN_HEAD', '', 'first', 'unknown'],
  ['s420010301001', '420010301001', 'PAWN_ACCOUNT', '', 'first'],
  ['dla.new', 'DLA', 'DLA_OVERSIGHT', '', 'first'],
  ['ktb304', '4200103', 'LAO_FINANCE', 'เจ้าพนักงานการเงินและบัญชี', 'expired'],
  ['ktb305', '4200103', 'LAO_ACCOUNT', 'นักวิชาการเงินและบัญชี', 'suspended'],
  ['ktb306', '4200103', 'LAO_ACCOUNT', 'นักวิชาการเงินและบัญชี', 'cancelled'],
  ['ktb307', '4200103', 'LAO_ACCOUNT', 'นักวิชาการเงินและบัญชี', 'requested'],
  ['water.provisional', '420010302001', 'SUB_FIN_HEAD', 'หัวหน้าฝ่ายการเงิน', 'provisional'],
]

const others: readonly Given[] = [
  ['chonburi', '2200101'], ['laemchabang', '3200701'], ['pattaya', '3200408'], ['mueang', '5200106'], ['donsalaep', '6711303'],
].flatMap(([key = '', code = '']): Given[] => [
  [`${key}.head`, code, 'LAO_FIN_HEAD', 'ผู้อำนวยการกองคลัง'],
  [`${key}.revenue`, code, 'LAO_REVENUE', 'นักวิชาการจัดเก็บรายได้'],
  [`${key}.finance`, code, 'LAO_FINANCE', 'เจ้าพนักงานการเงินและบัญชี'],
  [`${key}.school`, `${code}05001`, 'SUB_FIN_HEAD', 'หัวหน้าหน่วยงานคลังของโรงเรียน'],
])

/** Whoever drafts the budgets of the others; last, so that the people before keep their citizen ids. */
const drafters: readonly Given[] = [
  ['chonburi', '2200101'], ['laemchabang', '3200701'], ['pattaya', '3200408'], ['mueang', '5200106'], ['donsalaep', '6711303'],
].map(([key = '', code = '']): Given => [`${key}.budget`, code, 'LAO_BUDGET', 'นักวิเคราะห์นโยบายและแผน'])

const firstNames = ['สมชาย', 'สมหญิง', 'มาลี', 'ประเสริฐ', 'วิภา', 'อนันต์', 'จันทร์เพ็ญ', 'ธนพล', 'กาญจนา', 'สุรชัย', 'พิมพ์ใจ', 'ณัฐพล', 'รัตนา', 'วีระ', 'อรุณี', 'บุญมี']
const lastNames = ['ใจดี', 'รักษ์ไทย', 'ศรีสุข', 'มั่นคง', 'ทองแท้', 'แสงจันทร์', 'พงษ์ไพร', 'วงศ์ษา', 'บุญเรือง', 'สุขสวัสดิ์', 'น้ำใส']

/** d13 = (11 − Σ dᵢ·(14−i) mod 11) mod 10 (access-admin-oversight §2.2). */
function withCheckDigit(twelve: string): string {
  const total = [...twelve].map((digit, index) => Number(digit) * (13 - index)).reduce((one, other) => one + other, 0)
  return `${twelve}${(11 - (total % 11)) % 10}`
}

function personOf([username, office, groups, position, standing = 'active', known]: Given, index: number): DemoPerson {
  return {
    username, office, groups: groups.split(' '), position, standing, isKnown: known !== 'unknown', title: index % 3 === 1 ? 'นางสาว' : index % 3 === 2 ? 'นาง' : 'นาย',
    firstName: firstNames[index % firstNames.length] ?? '', lastName: lastNames[index % lastNames.length] ?? '', citizenId: withCheckDigit(`11000000${String(1000 + index)}`),
  }
}

export const demoPeople: readonly DemoPerson[] = [...townGroups, ...unitGroups, ...overseers, ...beforeActivation, ...others, ...drafters].map(personOf)

/** Every active demonstration account has this password; the first passwords follow the letter. */
export const demoPassword = 'Thale-Saen-Suk-69'

/** LAO users carried over have citizen id + Laas# (letter item 2.3); everybody else a mailed one. */
export function isMailed(person: DemoPerson): boolean {
  return !/^\d{7}$/.test(person.office)
}

export function firstPasswordOf(person: DemoPerson): string {
  return isMailed(person) ? 'Mailed-Secret-2569#' : `${person.citizenId}Laas#`
}
