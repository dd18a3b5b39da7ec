// Accounts that rules call by their role. Which account that is, by kind of office and year, stands in the table account_roles (seeds/data/account-roles.csv).

export const roleNames = [
  /** เงินสดในมือ */
  'cash-on-hand',
  /** เงินรอตรวจสอบ: money in whose reason is not yet known. */
  'unidentified-receipts',
  /** รายได้สูง/(ต่ำ)กว่าค่าใช้จ่ายสุทธิ: where a year's income and expense end. */
  'result-of-year',
  /** เงินสะสม of an LAO, รายได้สะสม of a sub-unit, กำไร/ขาดทุนสะสม of a pawnshop. */
  'accumulated',
  /** เงินทุนสำรองเงินสะสม */
  'reserve-fund',
  /** รายได้เงินอุดหนุนรับล่วงหน้า, by notice. */
  'grant-advance',
  /** รายได้เงินอุดหนุนเฉพาะกิจ: an advance that was spent, where its receipt names no other revenue. */
  'grant-revenue',
  /** เงินรับฝากรอส่งคืน */
  'to-return',
  /** ลูกหนี้เงินยืมเงินสะสม */
  'accumulated-advance',
  /** ลูกหนี้เงินยืมเงินสะสมกิจการเฉพาะการ */
  'accumulated-enterprise-loan',
  /** รายได้ค่าปรับการผิดสัญญา: securities forfeited, fines withheld. */
  'contract-penalty',
  /** เงินเกินบัญชี */
  'cash-over',
  /** เงินขาดบัญชี */
  'cash-short',
  /** ลูกหนี้ความรับผิดทางละเมิด */
  'liable-person',
  /** ลูกหนี้อื่น - บุคคลภายนอก: a payer whose cheque came back. */
  'returned-cheques',
  /** ใบสำคัญค้างจ่ายอื่น: what a claim without commitment owes. */
  'vouchers-payable',
  /** รายได้ดอกเบี้ยเงินฝาก, and รายได้ดอกเบี้ยอื่น: what own units pay on money lent to them (S52). */
  'bank-interest',
  'unit-interest',
  /** ดอกเบี้ยจ่าย, ดอกเบี้ยค้างจ่าย: of what a pawnshop borrowed (W12). */
  'loan-interest',
  'interest-payable',
  /** เจ้าหนี้การค้า - บุคคลภายนอก */
  'trade-payable',
  /** เจ้าหนี้การค้า - หน่วยงานภาครัฐ */
  'trade-payable-state',
  /** เงินจ่ายล่วงหน้า, เงินประกันสัญญา, เงินประกันผลงาน: by contract. */
  'advance-paid',
  'security-held',
  'retention-held',
  /** ลูกหนี้เงินยืม */
  'staff-advance',
  /** เงินรับฝาก ก.บ.ท.: pension money that is paid on. */
  'pension-deposit',
  /** ลูกหนี้ - ทรัพย์รับจำนำ */
  'pawn-debtors',
  /** รายได้ดอกเบี้ยรับจำนำ */
  'pawn-interest',
  /** ดอกเบี้ยรับจำนำค้างรับ */
  'pawn-interest-accrued',
  /** ทรัพย์หลุดจำนำ */
  'forfeited-goods',
  /** รายได้กำไรจากการจำหน่ายทรัพย์หลุดจำนำ; the loss stands apart, never netted. */
  'sale-gain',
  'sale-loss',
  /** ทุนดำเนินการ, เงินทำนุบำรุงท้องถิ่น, เงินบำเหน็จรางวัล: where a pawnshop's profit goes. */
  'operating-capital',
  'local-share',
  'staff-bonus',
] as const
export type Role = (typeof roleNames)[number]

/** Codes by role; one that this kind of office does not have is absent. */
export type Roles = Readonly<Record<string, string>>

export function accountOf(roles: Roles, role: string): string {
  const code = roles[role]
  if (code === undefined) throw new RangeError(`neither a slot of the facts nor a role of the chart: ${role}`)
  return code
}
