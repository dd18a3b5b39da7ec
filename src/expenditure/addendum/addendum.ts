// เอกสารแนบท้ายสัญญา/ข้อตกลง: what changes of a contract that is signed (expenditure-accounting-assets §1.2; acceptance S16).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, plus, zero, type Money } from '../../platform/money.ts'
import { addendumText } from '../addendum.text.ts'
import { type LineShare } from '../contract-terms/contract-terms.ts'
import { instalmentFaults, type Contract, type ContractInstalment } from '../contract/contract.ts'
import { procurementText } from '../procurement.text.ts'

const { errors } = addendumText

/** Kind of its trail and attachments. */
export const addendumSource = 'addendum'

export const addendumStates = ['draft', 'approved', 'cancelled'] as const
export type AddendumState = (typeof addendumStates)[number]

/** Signed outside like the contract itself; recording it is the step. */
export const addendumLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.contract:edit' },
    approve: { to: 'approved', may: 'expense.contract:edit' },
    cancel: { to: 'cancelled', may: 'expense.contract:edit' },
  },
  approved: {},
  cancelled: {},
})

/** The signed paper comes after the recording. */
export const addendumPapers: PaperRule<AddendumState> = { may: 'expense.contract:edit', lifecycle: addendumLifecycle, late: ['approved'] }

export type AddendumStep = 'approve' | 'cancel'

export interface AddendumTerms {
  readonly signedOn: CalendarDate
  readonly reason: string
  /** As it becomes. */
  readonly price: Money
  readonly endsOn: CalendarDate
  /** In addition to what earlier ones waived; of deliveries accepted from now on. */
  readonly waivedDays: number
  readonly instalments: readonly ContractInstalment[]
}

export interface AddendumHead extends DocumentHead<AddendumState>, Omit<AddendumTerms, 'instalments'> {
  readonly contractId: string
  readonly contractName: string
  readonly contractNumber: string
  readonly payeeName: string
  /** As the draft knew the contract. */
  readonly contractVersion: number
  readonly priceBefore: Money
  readonly endsBefore: CalendarDate
  readonly author: Person
}

export interface Addendum extends AddendumHead, AddendumTerms {
  readonly organisationName: string
}

/** 'ADD-00012/70' */
export function addendumName({ number, fiscalYear }: Pick<AddendumHead, 'number' | 'fiscalYear'>): string {
  return number === null ? procurementText.noNumber : printedNumber('ADD', number, fiscalYear)
}

export interface AddendumAround {
  readonly contract: Contract
  readonly accepted: Money
  /** Of the last instalment that something was accepted of; 0 for none. */
  readonly lastInstalment: number
  readonly today: CalendarDate
}

export function addendumFaults(terms: AddendumTerms, { contract, accepted, lastInstalment, today }: AddendumAround): FieldErrors {
  const { signedOn, endsOn, price, instalments } = terms
  return {
    ...(compareDates(signedOn, today) > 0 && { signedOn: errors.future }), ...(compareDates(signedOn, contract.signedOn) < 0 && { signedOn: errors.beforeContract }),
    ...(compareDates(endsOn, contract.startsOn) < 0 && { endsOn: errors.endBefore }), ...(compare(price, accepted) < 0 && { price: errors.belowAccepted(formatMoney(accepted)) }),
    ...instalmentFaults(terms), ...(instalments.length < lastInstalment && { 'instalments.0.amount': errors.instalmentGone(String(lastInstalment)) }),
    ...(!isChanged(terms, contract) && { '': errors.nothing }),
  }
}

function isChanged({ price, endsOn, waivedDays, instalments }: AddendumTerms, contract: Contract): boolean {
  const plain = (rows: readonly ContractInstalment[]) => rows.map(({ amount, dueOn, description }) => `${amount} ${dueOn} ${description}`).join()
  return compare(price, contract.price) !== 0 || endsOn !== contract.endsOn || waivedDays > 0 || plain(instalments) !== plain(contract.instalments)
}

/** More falls to the first line; less is taken from the last ones, never below what was accepted. What each gains or gives up. */
export function changesOf(delta: Money, lines: readonly LineShare[], accepted: ReadonlyMap<string, Money>): LineShare[] {
  const [first] = lines
  if (!first || isZero(delta)) return []
  if (compare(delta, zero) > 0) return [{ lineId: first.lineId, amount: delta }]
  const cuts: LineShare[] = []
  let left = minus(zero, delta)
  for (const { lineId, amount } of lines.toReversed()) {
    const room = minus(amount, accepted.get(lineId) ?? zero)
    const cut = compare(left, room) < 0 ? left : room
    // Accepted on a line of last year whose rest was carried on.
    if (isNegative(cut)) continue
    if (!isZero(cut)) cuts.push({ lineId, amount: cut })
    left = minus(left, cut)
  }
  return cuts
}

export function sharesAfter(delta: Money, lines: readonly LineShare[], changes: readonly LineShare[]): LineShare[] {
  const isMore = compare(delta, zero) > 0
  return lines.map(({ lineId, amount }) => {
    const change = changes.find((each) => each.lineId === lineId)?.amount ?? zero
    return { lineId, amount: isMore ? plus(amount, change) : minus(amount, change) }
  })
}
