// The papers of an office's banks, kept by who pays; every change is in the trail.
import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { chequePaperText } from '../cheque-paper.text.ts'
import { findForm, findFormTargets, lockForm, saveForm } from './cheque-form.repository.ts'
import { chequeFormSource, type FormSettings, type ListedForm } from './cheque-form.ts'

/** Of an account or a book the office has; any other is not found. */
export async function getTarget(read: OfficerRead, key: string): Promise<ListedForm> {
  const found = (await findFormTargets(read)).find((each) => each.key === key)
  if (found === undefined) throw new NotFound('paper of a bank')
  return found
}

export interface FormCommand extends FormSettings {
  /** The paper, as the address names it. */
  readonly key: string
  readonly version: number
}

export async function keepForm(work: OfficerWork, { key, version, ...settings }: FormCommand): Promise<void> {
  const { kind, bankName, bookId, book } = await getTarget(work, key)
  const target = { kind, bankName, bookId }
  const kept = await lockForm(work, target)
  mustBeCurrent(kept, version)
  const before = await findForm(work, target)
  const id = await saveForm(work, kept, { ...target, ...settings })
  await recordChange(work, { kind: chequeFormSource, id, action: 'edit', before: told(before), after: { ...told(settings), of: [bankName, book].filter((each) => each !== '').join(' ') } })
}

function told({ shiftX, shiftY, places }: FormSettings) {
  return { shift: `${shiftX} · ${shiftY}`, places: places.map(({ field, x, y }) => `${chequePaperText.fields[field]} ${x} × ${y}`).join(', ') }
}
