import { accountsOfRoles } from '../../ledger/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { zero } from '../../platform/money.ts'
import { findFinesReceived } from '../contract-fine/contract-fine.service.ts'
import { fineOwed } from '../contract-fine/contract-fine.ts'
import { findContracts } from '../contract/contract.repository.ts'
import { contractName, type ContractFigures, type ContractHead, type ContractState } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { findFiguresOf, type StoredFigures } from './contract-register.repository.ts'
import { type RegisteredContract } from './contract-register.ts'

const nothing: StoredFigures = { accepted: zero, fines: zero, claimed: zero, paid: zero, fined: zero, advance: zero, retention: zero, security: zero }

/** Contracts of an office as they stand now. */
export async function findRegisteredContracts(read: OfficerRead, filter: PurchaseFilter<ContractState>, most?: number): Promise<FoundPage<RegisteredContract>> {
  const found = await findContracts(read, filter, most)
  const roles = await accountsOfRoles(read, fiscalYearOf(read.today))
  const accounts = { advance: roles['advance-paid'] ?? null, retention: roles['retention-held'] ?? null, security: roles['security-held'] ?? null }
  const figures = await findFiguresOf(read, { organisationId: filter.organisationId, ids: found.items.map(({ id }) => id) }, accounts)
  const received = await findFinesReceived(read, filter.organisationId, found.items.map(contractName))
  const figuresOf = (contract: ContractHead): ContractFigures => {
    const { fines, ...stored } = figures.get(contract.id) ?? nothing
    return { ...stored, fineOwed: fineOwed({ fines, deducted: stored.fined, received: received.get(contractName(contract)) ?? zero }) }
  }
  return { ...found, items: found.items.map((contract) => ({ ...contract, figures: figuresOf(contract) })) }
}
