// Kinds of ฎีกา as data (expenditure-accounting-assets §1.3).
import { type Role } from '../../ledger/index.ts'
import { type OrganisationKind } from '../../platform/database/work.ts'

export const claimKindCodes = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13'] as const
export type ClaimKind = (typeof claimKindCodes)[number]

export interface ClaimKindRules {
  /** Where the money comes from: a control line of the budget, or none. */
  readonly budget: 'line' | 'none' | 'either'
  /** It sets up a debt when it is approved (AP), unless an accepted delivery did so before. */
  readonly setsUpDebt: boolean
  /** What a clerk may key; the others are drafted by the desk that knows the loan, the pay-roll, the delivery. */
  readonly isKeyed: boolean
  /** One person or body, or a list of people. */
  readonly payees: 'one' | 'batch' | 'either'
  /** Pay-rolls take from lines of several types of item; any other claim from one (§1.3). */
  readonly mixesItems?: boolean
  /** Accounts that a line keyed without a budget line may debit, by their beginnings. */
  readonly accounts?: readonly string[]
  /** It pays only what was entered into the books by hand: opening, adjustments of before, journals. What a document set up is claimed by that document. */
  readonly onlyByHand?: boolean
  /** Sources of money by the beginnings of their codes; absent: whatever no other kind claims. */
  readonly sources?: readonly string[]
  /** The decision that allows it is named (approval_reference): always, or where it takes from เงินสะสม. */
  readonly needsReference?: 'always' | 'earlier-year'
  /** The account each line debits, where the kind itself knows it; otherwise the line does. */
  readonly debits?: Role
}

const debt = { budget: 'line', setsUpDebt: true, isKeyed: true, payees: 'either' } as const
/** Remitted to the Revenue Department as money of others. */
const withheldTax = ['2102040103', '2102040104', '2102040105', '2102040106'] as const
const beyond = { budget: 'none', setsUpDebt: false, isKeyed: true, payees: 'one' } as const

export const claimKinds: Readonly<Record<ClaimKind, ClaimKindRules>> = {
  /** ไม่ก่อหนี้ผูกพัน */
  C1: debt,
  /** ก่อหนี้ผูกพัน: the acceptance has set up the debt. */
  C2: { ...debt, setsUpDebt: false, isKeyed: false, payees: 'one' },
  /** เงินเดือน ค่าจ้าง ค่าตอบแทน */
  C3: { ...debt, payees: 'batch', mixesItems: true },
  /** บำเหน็จ บำนาญ: from the budget a debt, from pension money a deposit that is paid out (pension_mode). */
  C4: { ...debt, budget: 'either', payees: 'either', accounts: ['2111'] },
  /** เบี้ยยังชีพ */
  C5: { ...debt, payees: 'batch' },
  /** เงินยืม */
  C6: { budget: 'line', setsUpDebt: false, isKeyed: false, payees: 'one', debits: 'staff-advance' },
  /** เงินยืมเงินสะสม */
  C7: { budget: 'none', setsUpDebt: false, isKeyed: false, payees: 'one', debits: 'accumulated-advance' },
  /** เงินรับฝาก และการนำส่งเงินที่หักไว้; a pawnshop's shares of its profit (§1.12); what an enterprise borrowed of its LAO (IA31, IA32). */
  C8: { ...beyond, accounts: ['2111', '2112', '2104', ...withheldTax, '2106010101', '2203010101', '3102010101.006', '3102010101.007'] },
  /** ถอนคืนเงินรายรับ: its lines are those of the receipt. */
  C9: { ...beyond, needsReference: 'earlier-year' },
  /** เงินนอกงบประมาณ เงินอุดหนุนเฉพาะกิจ */
  C10: { ...debt, sources: ['30', '9002'] },
  /** รายจ่ายค้างจ่าย (ก่อนเข้าสู่ระบบ) and what was accrued at the end of a year (§3.6 A13). */
  C11: { ...beyond, accounts: ['2101', '210202', '2102040101', '2102040110', '210204019'], onlyByHand: true },
  /** จ่ายขาดเงินสะสม ทุนสำรอง เงินกู้ */
  C12: { ...debt, needsReference: 'always', sources: ['20', '60', '70', '80', '9003'] },
  /** เงินโอนให้หน่วยงานภายใต้สังกัด */
  C13: { ...debt, payees: 'one' },
}

/** Whether approving it sets up the debt: not where the contract's deliveries did, nor where money of others is paid out. */
export function setsUpDebt(claim: { readonly kind: ClaimKind; readonly contractId: string | null; readonly lines: readonly { readonly budgetLineId: string | null }[] }): boolean {
  const { budget, setsUpDebt: isDebt } = claimKinds[claim.kind]
  if (!isDebt || claim.contractId !== null) return false
  return budget !== 'either' || claim.lines.every((line) => line.budgetLineId !== null)
}

/** Whether a claim of this kind may take from lines of this source. */
export function sourceFits(kind: ClaimKind, sourceCode: string): boolean {
  const begins = (prefixes: readonly string[]) => prefixes.some((prefix) => sourceCode.startsWith(prefix))
  const { sources } = claimKinds[kind]
  return sources ? begins(sources) : !claimKindCodes.some((other) => begins(claimKinds[other].sources ?? []))
}

/** Whether its lines name a unit on the other side: money sent to one, a share of a pawnshop's profit, a loan of the LAO paid back. */
export function namesUnit(kind: ClaimKind, office: OrganisationKind): boolean {
  return kind === 'C13' || (kind === 'C8' && office !== 'LAO')
}

/** Kept back for others (P10, P12). Tax has rules of its own and a row for each amount (INV-16), so nobody types its account. */
export function mayBeKeptBack(accountCode: string): boolean {
  return ['2111', '2112'].some((beginning) => accountCode.startsWith(beginning))
}
