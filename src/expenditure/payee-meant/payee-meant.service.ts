import { type OfficerRead } from '../../platform/database/work.ts'
import { findNamed } from '../payee/payee.repository.ts'
import { type PayeeMeant } from './payee-meant.ts'

const most = 20

/** Whom the words may mean: searched as the register of payees is. */
export function findPayeesMeant(read: OfficerRead, text: string): Promise<PayeeMeant[]> {
  return findNamed(read, text, most)
}
