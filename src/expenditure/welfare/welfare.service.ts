import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText } from '../payee-meant/payee-meant.ts'
import { welfareText } from '../welfare.text.ts'
import { findWelfareKinds, getWelfarePerson, insertWelfare, updateWelfare, welfareRows } from './welfare.repository.ts'
import { type KnownForEntitled, type WelfareInput } from './welfare.schema.ts'
import { welfareSource, type WelfareCommand } from './welfare.ts'

export async function findKnownForEntitled(read: OfficerRead, { person: typed }: Pick<WelfareInput, 'person'>): Promise<KnownForEntitled> {
  const { errors } = welfareText
  const found = typed === '' ? [] : (await findPayeesMeant(read, typed)).filter(({ kind }) => kind === 'individual')
  const person = onlyMeant(found, typed) ?? (found.length === 0 ? errors.noPerson : errors.manyPeople(found.slice(0, 5).map(payeeText).join(' · ')))
  return { today: read.today, kinds: await findWelfareKinds(read), person }
}

/** The id; the same form sent twice gives the same one. */
export async function createWelfare(work: OfficerWork, { formKey, ...person }: WelfareCommand & { readonly formKey: string | null }): Promise<string> {
  const earlier = formKey === null ? undefined : await welfareRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const id = await insertWelfare(work, person, formKey)
  await recordChange(work, { kind: welfareSource, id, action: 'create', after: await factsOf(work, person) })
  return id
}

/** A death stops the next month; what was paid after it is told on the page (S31). */
export async function editWelfare(work: OfficerWork, id: string, { version, ...changed }: WelfareCommand & { readonly version: number }): Promise<void> {
  await welfareRows.lock(work, id)
  const person = await getWelfarePerson(work, id)
  mustBeCurrent(person, version)
  await updateWelfare(work, person, changed)
  await recordChange(work, { kind: welfareSource, id, action: 'edit', before: await factsOf(work, person), after: await factsOf(work, changed) })
}

async function factsOf(read: OfficerRead, { kind, birthDate, startsOn, endedOn, endReason }: WelfareCommand) {
  const name = (await findWelfareKinds(read)).find(({ code }) => code === kind)?.name ?? kind
  return { kind: name, birthDate, startsOn, endedOn, endReason: endReason === null ? null : welfareText.reasons[endReason] }
}
