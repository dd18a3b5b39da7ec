// Days without fine and later due days that an addendum brings reach deliveries accepted before it, as far as their fine is still owed (§1.5).
// Locks: deliveries by id → contract, as their own steps take them.
import { recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { addDays } from '../../platform/dates.ts'
import { compare, minus, plus, zero, type Money } from '../../platform/money.ts'
import { fineFor } from '../acceptance-form/acceptance-form.ts'
import { acceptanceRows, findAcceptancesOf, moveFine } from '../acceptance/acceptance.repository.ts'
import { acceptanceSource, type AcceptanceHead } from '../acceptance/acceptance.ts'
import { findContractFines } from '../contract-fine/contract-fine.service.ts'
import { finesOf, fineOwed } from '../contract-fine/contract-fine.ts'
import { type Contract } from '../contract/contract.ts'
import { lateDaysOf, type Fined } from '../late-fine/late-fine.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'

/** Accepted ones; held before their contract is. */
export async function holdAccepted(work: OfficerWork, organisationId: string, contractId: string): Promise<void> {
  for (const { id } of await findAccepted(work, organisationId, contractId)) await acceptanceRows.lock(work, id)
}

async function findAccepted(work: OfficerWork, organisationId: string, contractId: string): Promise<AcceptanceHead[]> {
  return (await findAcceptancesOf(work, organisationId, contractId)).filter(({ state }) => state === 'accepted')
}

/** By the contract as it stands now; only ever lower, no lower than its own claims kept back, and only by what is still owed: what another claim or a receipt brought is not given back here either. */
export async function lowerFines(work: OfficerWork, contract: Contract): Promise<void> {
  const rules = await getProcurementRules(work, contract.signedOn)
  const fined = new Map<number, Fined>()
  for (const lot of await findAccepted(work, contract.organisationId, contract.id)) {
    const before = fined.get(lot.instalment) ?? { days: 0, amount: zero }
    const { fine, lateDays } = await fineNow(work, lot, { contract, fineOf: (late) => fineFor({ ...lot, lateDays: late }, contract, { rules, fined }) })
    fined.set(lot.instalment, { days: Math.max(before.days, lateDays), amount: plus(before.amount, fine) })
  }
}

interface Reckoning {
  readonly contract: Contract
  readonly fineOf: (lateDays: number) => Money
}

async function fineNow(work: OfficerWork, lot: AcceptanceHead, { contract, fineOf }: Reckoning): Promise<Pick<AcceptanceHead, 'fine' | 'lateDays'>> {
  const instalment = contract.instalments.find(({ number }) => number === lot.instalment)
  if (lot.lateDays === 0 || !instalment) return lot
  const lateDays = Math.min(lot.lateDays, lateDaysOf({ dueOn: instalment.dueOn, deliveredOn: lot.deliveredOn, waivedDays: contract.waivedDays }))
  const fines = await findContractFines(work, contract)
  const kept = fines.deliveries.find(({ id }) => id === lot.id)?.deducted ?? zero
  const fine = [kept, minus(lot.fine, fineOwed(finesOf(fines)))].reduce(larger, fineOf(lateDays))
  if (compare(fine, lot.fine) >= 0) return lot
  await moveFine(work, lot, { fine, lateDays, dueOn: addDays(instalment.dueOn, contract.waivedDays) })
  await recordChange(work, { kind: acceptanceSource, id: lot.id, action: 'waive', before: { fine: lot.fine }, after: { fine } })
  return { fine, lateDays }
}

const larger = (one: Money, other: Money): Money => (compare(one, other) < 0 ? other : one)
