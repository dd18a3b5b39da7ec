// What the list of claims may be asked for.
import { askedRegister, type AskedRegister } from '../../documents/index.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { claimKindCodes } from '../claim-kind/claim-kind.ts'
import { claimStates, type ClaimFilter, type ClaimState } from './claim.ts'

export interface AskedClaims extends AskedRegister<ClaimState> {
  readonly filter: ClaimFilter
  readonly typed: { readonly kind: string; readonly department: string; readonly search: string; readonly unpaid: string }
}

export function askedClaims(query: FormRequest['query'], own: string): AskedClaims {
  const asked = askedRegister(query, own, claimStates)
  const kind = claimKindCodes.find((code) => code === query.kind)
  const department = isId(query.department) ? query.department : undefined
  const search = normalizeThai((query.search ?? '').replace(/[\u0000-\u001F]/g, ' ')).slice(0, 100)
  const isUnpaid = query.unpaid === 'yes'
  return {
    ...asked, typed: { kind: kind ?? '', department: department ?? '', search, unpaid: isUnpaid ? 'yes' : '' },
    filter: { ...asked.filter, kind, departmentId: department, search: search || undefined, isUnpaid },
  }
}
