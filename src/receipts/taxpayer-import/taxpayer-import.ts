// People from a spreadsheet. Rows of one number are one person with several items. Pure.
import { type SheetRow, type SheetShape } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { importedSchema } from '../taxpayer/taxpayer.schema.ts'
import { itemKinds, personKinds, registers, type Register, type TaxedItem, type TaxpayerCommand } from '../taxpayer/taxpayer.ts'
import { taxpayerText } from '../taxpayer.text.ts'

const { errors, import: text, registers: registerNames, personKinds: personNames, itemKinds: itemNames } = taxpayerText

export const heads = text.heads
export type ImportedCell = keyof typeof heads

export const taxpayerSheet: SheetShape<ImportedCell> = { heads, required: ['name', 'address'], most: 2000, text: { noHeads: errors.noHeads, noRows: errors.noRows, long: () => errors.longFile } }

type Row = SheetRow<ImportedCell>

export interface Judged {
  readonly people: readonly { readonly row: number; readonly command: TaxpayerCommand }[]
  /** 'rows.17.name' */
  readonly faults: FieldErrors
}

export function judgeRows(rows: readonly Row[], allowed: readonly Register[]): Judged {
  const faults: Record<string, string> = {}
  const people: { row: number; command: TaxpayerCommand }[] = []
  for (const row of rows) {
    const parsed = importedSchema.safeParse(formOf(row, allowed))
    for (const issue of parsed.error?.issues ?? []) faults[`rows.${row.number}.${issue.path.join('.')}`] ??= issue.message
    const item = itemOf(row, faults)
    if (!parsed.success) continue
    const twin = people.find(({ command }) => parsed.data.personNumber !== '' && command.personNumber === parsed.data.personNumber && command.register === parsed.data.register)
    if (!allowed.includes(parsed.data.register)) faults[`rows.${row.number}.register`] = errors.noTaxpayers
    if (twin && (item === undefined || twin.command.name !== parsed.data.name)) faults[`rows.${row.number}.personNumber`] = errors.twin(String(twin.row))
    if (twin && item) people.splice(people.indexOf(twin), 1, { ...twin, command: { ...twin.command, items: [...twin.command.items, item] } })
    if (!twin) people.push({ row: row.number, command: { ...parsed.data, isActive: true, items: item ? [item] : [] } })
  }
  return { people, faults }
}

/** Words of the file → codes; what is left blank is the usual. */
function formOf({ cell }: Row, allowed: readonly Register[]): Record<string, string> {
  const register = registers.find((each) => registerNames[each] === cell('register'))
  const personKind = personKinds.find((each) => personNames[each] === cell('personKind'))
  return {
    register: cell('register') === '' ? allowed[0] ?? 'debtor' : register ?? cell('register'), personKind: cell('personKind') === '' ? 'person' : personKind ?? cell('personKind'), name: cell('name'),
    personNumber: toArabicDigits(cell('personNumber')), address: cell('address'), phone: cell('phone'),
  }
}

function itemOf({ number, cell }: Row, faults: Record<string, string>): TaxedItem | undefined {
  const [said, place] = [cell('item'), cell('place')]
  if (said === '' && place === '') return undefined
  const kind = itemKinds.find((each) => itemNames[each] === said)
  if (kind === undefined) faults[`rows.${number}.item`] = errors.itemKind
  if (place === '') faults[`rows.${number}.place`] = errors.place
  return kind && place !== '' ? { kind, place, detail: cell('detail') } : undefined
}
