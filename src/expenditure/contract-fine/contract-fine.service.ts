import { accountOf, accountsOfRoles, receivedByMemo } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { plus, zero, type Money } from '../../platform/money.ts'
import { findReferred } from '../../receipts/index.ts'
import { contractName, type Contract } from '../contract/contract.ts'
import { findFinedDeliveries, findFinesDeducted } from './contract-fine.repository.ts'
import { type ContractFines } from './contract-fine.ts'

/** Cash counts where the receipt of a contract's penalty names the contract by its number; a pawnshop has no receipts, there the line of the voucher does. */
export async function findFinesReceived(read: OfficerRead, organisationId: string, references: readonly string[]): Promise<ReadonlyMap<string, Money>> {
  const accountCode = accountOf(await accountsOfRoles(read, fiscalYearOf(read.today)), 'contract-penalty')
  const receipts = await findReferred(read, { organisationId, accountCode, references })
  const vouchers = await receivedByMemo(read, { organisationId, accountCode, memos: references })
  return new Map(references.map((name) => [name, plus(receipts.get(name) ?? zero, vouchers.get(name) ?? zero)]))
}

export async function findContractFines(read: OfficerRead, contract: Pick<Contract, 'organisationId' | 'id' | 'number' | 'fiscalYear'>): Promise<ContractFines> {
  const { organisationId, id } = contract
  const reference = contractName(contract)
  const received = await findFinesReceived(read, organisationId, [reference])
  return { deliveries: await findFinedDeliveries(read, organisationId, id), deducted: await findFinesDeducted(read, organisationId, id), received: received.get(reference) ?? zero }
}
