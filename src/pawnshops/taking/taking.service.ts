// Registers, units and over-payments that lines of a pawnshop's day name; those that lines take from are held until commit.
import { randomUUID } from 'node:crypto'
import { accountsOfRoles, findKeysMeant, registersOf } from '../../ledger/index.ts'
import { createDeposit, findDepositKinds, findKnownIncome, getDeposit, mustBeCollectable, takesItems, type NewLine, type PostableLine } from '../../receipts/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { zero } from '../../platform/money.ts'
import { findTakenHere } from './taking.repository.ts'
import { cellsOf, opensItem, type KnownTakings, type Taken } from './taking.ts'

export interface NamingTaking {
  readonly code: string
  readonly key: string
}

/** Interest on pledges and gains of sales are earned by tickets alone. */
export async function findKnownTakings(read: OfficerRead, { rows, on }: { readonly rows: readonly NamingTaking[]; readonly on: CalendarDate }): Promise<KnownTakings> {
  const roles = await accountsOfRoles(read, fiscalYearOf(on))
  const named = rows.filter(({ code }) => code !== '')
  const income = await findKnownIncome(read, { lines: named.map(({ code, key }, row) => ({ row, incomeCode: code, key, description: '', amount: zero })), on })
  const texts = [...new Set(named.map(({ key }) => key).filter((key) => key !== ''))]
  const contracts = texts.length === 0 ? [] : await findKeysMeant(read, { kinds: ['contract'], texts, parts: true })
  const kinds = (await findDepositKinds(read)).filter(takesItems)
  return {
    ...income, items: income.items.filter(({ accountCode }) => accountCode !== roles['pawn-interest'] && accountCode !== roles['sale-gain']),
    opening: new Set(kinds.map(({ code }) => code)),
    penalty: { accountCode: roles['contract-penalty'] ?? '', contracts: registersOf(contracts.filter(({ key }) => !key.startsWith('DEP-'))).get('contract') },
  }
}

export interface TakenRow {
  /** In the form, where a refusal is shown. */
  readonly row: number
  readonly taken: Taken
  readonly amount: NewLine['amount']
}

/** With their places in the registers, in their order; whoever deposits for the first time gets an item. Every refusal at its cell. */
export async function mustTakeIn(work: OfficerWork, rows: readonly TakenRow[], { known, on }: { readonly known: KnownTakings; readonly on: CalendarDate }): Promise<Taken[]> {
  const lines: NewLine[] = []
  for (const { row, taken, amount } of rows) lines.push({ row, incomeCode: taken.incomeCode, key: await keyOf(work, taken, known), description: taken.memo, amount })
  const found = await collectable(work, lines, on)
  return rows.map(({ row, taken }) => {
    const line = found.find((each) => each.row === row)
    const isOpened = opensItem(taken, known)
    return line ? { ...taken, accountCode: line.accountCode, place: line.place, ...(isOpened && { keyText: line.place.subKey ?? taken.keyText }) } : taken
  })
}

async function keyOf(work: OfficerWork, taken: Taken, known: KnownTakings): Promise<string> {
  if (taken.accountCode === known.penalty.accountCode) return ''
  if (!opensItem(taken, known)) return taken.keyText
  const id = await createDeposit(work, { formKey: randomUUID(), kindCode: taken.incomeCode, depositor: taken.keyText, depositorNumber: '', reference: '', dueDate: null, remark: '' })
  return (await getDeposit(work, work.actor.organisationId, id)).key
}

async function collectable(work: OfficerWork, lines: readonly NewLine[], on: CalendarDate): Promise<PostableLine[]> {
  if (lines.length === 0) return []
  try {
    return await mustBeCollectable(work, { lines, on, payerNumber: '', isReckoned: false, takenElsewhere: (refund) => findTakenHere(work, refund) })
  } catch (refusal) {
    if (!(refusal instanceof RuleBroken)) throw refusal
    const cells = lines.flatMap(({ row }) => Object.entries(cellsOf(refusal.errors, row)).map(([cell, message]) => [`lines.${row}.${cell}`, message] as const))
    throw cells.length === 0 ? refusal : new RuleBroken(Object.fromEntries(cells))
  }
}
