// What the forms of receipts offer.
import { getOffice } from '../../documents/index.ts'
import { findTypesInUse } from '../../budget/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { findIncomeItems } from '../income-item/income-item.repository.ts'
import { findChequeBanks } from './receipt-lines.repository.ts'
import { type LineChoices } from './receipt-lines.ts'

const moreOf = ['moreLines', 'moreTransfers', 'moreCheques'] as const

export async function choicesOf(read: OfficerRead, request: FormRequest): Promise<LineChoices> {
  const office = await getOffice(read, read.actor.organisationId)
  const more = moreOf.filter((name) => /^[1-9]$/.test(typed(request, name))).map((name) => [name, Number(typed(request, name))])
  return {
    incomes: await findIncomeItems(read, office, fiscalYearOf(read.today)), banks: await findBankAccounts(read, { activeOnly: true }),
    inUse: await findTypesInUse(read), chequeBanks: await findChequeBanks(read), ...Object.fromEntries(more),
  }
}

/** A button that only asks for more rows changes nothing: the same page comes back. */
export function asksForRows(request: FormRequest): boolean {
  return moreOf.some((name) => typed(request, name) !== '')
}
