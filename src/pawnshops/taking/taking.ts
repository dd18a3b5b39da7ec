// Money a pawnshop takes in that no ticket brings: revenue, loans, and what is no revenue (รับคืน รับชำระ เงินประกัน), judged as a line of a receipt is (budget-and-receipts §4.8). Pure.
import { keyIn, type Register } from '../../ledger/index.ts'
import { judgeIncome, nowhere, type IncomeItem, type KnownIncome, type LinePlace } from '../../receipts/index.ts'
import { type Money } from '../../platform/money.ts'
import { pawnshopsText } from '../pawnshops.text.ts'

const { errors } = pawnshopsText

export const takingEvents = ['income', 'loan', 'other'] as const
export type TakingEvent = (typeof takingEvents)[number]

export const isTaking = (event: string): event is TakingEvent => takingEvents.some((each) => each === event)

export interface KnownTakings extends KnownIncome {
  /** Codes of securities and deposits: whoever is new gets an item of the register. */
  readonly opening: ReadonlySet<string>
  /** Fines of contracts name the contract, of which their account keeps no register. */
  readonly penalty: { readonly accountCode: string; readonly contracts: Register | undefined }
}

export interface AskedTaking {
  readonly event: TakingEvent
  /** 'DB11', or the account of a revenue or loan. */
  readonly code: string
  /** As typed: register, unit, over-payment, contract. */
  readonly key: string
  readonly amount: Money
  readonly memo: string
}

export interface Taken {
  readonly incomeCode: string
  readonly accountCode: string
  readonly keyText: string
  readonly place: LinePlace
  /** Of a contract's fine the number of the contract. */
  readonly memo: string
}

export type TakingFaults = Partial<Record<'account' | 'counterparty' | 'proceeds', string>>
export type JudgedTaking = { readonly taken: Taken } | { readonly wrong: TakingFaults }

export function eventOf({ code, accountCode, isPaired }: IncomeItem): TakingEvent {
  if (code !== accountCode) return 'other'
  return isPaired && accountCode.startsWith('2') ? 'loan' : 'income'
}

export function judgeTaking(asked: AskedTaking, known: KnownTakings): JudgedTaking {
  const item = known.items.find(({ code }) => code === asked.code)
  if (!item || eventOf(item) !== asked.event) return { wrong: { account: errors.account } }
  const taken: Taken = { incomeCode: item.bookedAs, accountCode: item.accountCode, keyText: asked.key, place: nowhere, memo: asked.memo }
  if (item.accountCode === known.penalty.accountCode) return fineOf(taken, known.penalty)
  if (opensItem(taken, known)) return { taken }
  const { lines: [line], faults } = judgeIncome([{ row: 0, incomeCode: asked.code, key: asked.key, description: '', amount: asked.amount }], known)
  if (line) return { taken: { ...taken, accountCode: line.accountCode, place: line.place } }
  return { wrong: cellsOf(faults, 0) }
}

/** A number names a contract or an item that must be there; anything else that no register knows is somebody new. */
export function opensItem({ incomeCode, keyText }: Pick<Taken, 'incomeCode' | 'keyText'>, { items, registers, opening }: KnownTakings): boolean {
  if (keyText === '' || !opening.has(incomeCode) || /^[A-Z]{2,4}-?[0-9]/i.test(keyText)) return false
  const kind = items.find(({ code }) => code === incomeCode)?.register?.kind ?? ''
  return !registers.get(kind)?.keys.some(({ key, name }) => name.includes(keyText) || `${key} ${name}` === keyText)
}

function fineOf(taken: Taken, { accountCode, contracts }: KnownTakings['penalty']): JudgedTaking {
  if (taken.keyText === '') return { taken }
  const { subKey, wrong } = keyIn(taken.keyText, { code: accountCode, subLedger: 'contract', register: contracts })
  return wrong === undefined && subKey !== null ? { taken: { ...taken, keyText: subKey, memo: subKey } } : { wrong: { counterparty: errors.contract } }
}

/** Faults of a receipt's line under the cells of a pawnshop's row. */
export function cellsOf(faults: Readonly<Record<string, string>>, row: number): TakingFaults {
  const of = (cell: string) => faults[`lines.${row}.${cell}`]
  const [account, counterparty, proceeds] = [of('incomeCode'), of('key'), of('amount')]
  return { ...(account !== undefined && { account }), ...(counterparty !== undefined && { counterparty }), ...(proceeds !== undefined && { proceeds }) }
}
