import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { registersText } from '../registers.text.ts'
import { findSignatory, insertSignatory, updateSignatory } from './signatory.repository.ts'
import { type Signatory, type SignatoryCommand } from './signatory.ts'

const objectKind = 'signatory'

export async function getSignatory(read: OfficerRead, id: string): Promise<Signatory> {
  const signatory = await findSignatory(read, id)
  if (!signatory) throw new NotFound(objectKind)
  return signatory
}

export async function createSignatory(work: OfficerWork, command: SignatoryCommand): Promise<string> {
  const id = await insertSignatory(work, command)
  await recordEvent(work, { code: 'SIGNATORY_CREATE', objectKind, objectId: id, after: command })
  return id
}

/** Papers already made keep the names they were signed with. */
export async function correctSignatory(work: OfficerWork, id: string, change: SignatoryCommand & { readonly version: number }): Promise<void> {
  const before = await getSignatory(work, id)
  if (!await updateSignatory(work, id, change)) throw new Conflict(registersText.signatory.changed)
  await recordEvent(work, { code: 'SIGNATORY_EDIT', objectKind, objectId: id, before, after: { ...before, ...change } })
}
