// ทะเบียนคุมสัญญา: each contract with what came of it (expenditure-accounting-assets §2). Nothing of it is stored: documents and the ledger tell it.
import { type ContractFigures, type ContractHead } from '../contract/contract.ts'

export interface RegisteredContract extends ContractHead {
  readonly figures: ContractFigures
}
