import { accountOf, accountsOfRoles } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { zero } from '../../platform/money.ts'
import { findReferred } from '../../receipts/index.ts'
import { contractName, type Contract } from '../contract/contract.ts'
import { findFinedDeliveries, findFinesDeducted } from './contract-fine.repository.ts'
import { type ContractFines } from './contract-fine.ts'

/** Cash counts where the receipt of a contract's penalty names the contract by its number. */
export async function findContractFines(read: OfficerRead, contract: Pick<Contract, 'organisationId' | 'id' | 'number' | 'fiscalYear'>): Promise<ContractFines> {
  const { organisationId, id } = contract
  const reference = contractName(contract)
  const accountCode = accountOf(await accountsOfRoles(read, fiscalYearOf(read.today)), 'contract-penalty')
  const received = await findReferred(read, { organisationId, accountCode, references: [reference] })
  return { deliveries: await findFinedDeliveries(read, organisationId, id), deducted: await findFinesDeducted(read, organisationId, id), received: received.get(reference) ?? zero }
}
