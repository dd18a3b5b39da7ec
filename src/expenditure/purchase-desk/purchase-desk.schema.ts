// What a register of procurement may be asked for: office, days, state, words or a number.
import { askedRegister, type AskedRegister } from '../../documents/index.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type PurchaseFilter } from './purchase-desk.ts'

export interface AskedPurchases<S extends string> extends AskedRegister<S> {
  readonly filter: PurchaseFilter<S>
}

export function askedPurchases<S extends string>(query: FormRequest['query'], own: string, states: readonly S[]): AskedPurchases<S> {
  const asked = askedRegister(query, own, states)
  return { ...asked, filter: { ...asked.filter, search: normalizeThai(query.search ?? '').slice(0, 100) } }
}
