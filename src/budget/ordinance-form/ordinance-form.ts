// What is typed into an ordinance → lines that may be kept, or what is wrong with each cell. Pure; shared by grid, full line and file.
import { lifecycle, readAmount } from '../../documents/index.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { compare, formatMoney, isZero, readBaht, toNumeric, zero, type Money } from '../../platform/money.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { type BudgetDocument, type DocumentLine, type LineKey, type NewDocumentLine } from '../document/document.ts'
import { judgeKey, type KeyRules } from '../line-key/line-key.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type OrdinanceDesk, type OrdinanceState } from '../ordinance/ordinance.ts'
import { type BudgetClass } from '../settings/settings.ts'

const { errors } = ordinanceFormText

export const mostRows = 300

/** The two sides of a draft have each its own right; once it is laid before the council nothing is typed any more. */
export function typingOf({ leaves: { revenues, expenditures } }: Pick<OrdinanceDesk, 'leaves'>) {
  return lifecycle({
    draft: { estimate: { to: 'draft', may: `${revenues}:edit` }, line: { to: 'draft', may: `${expenditures}:edit` } },
    proposed: {}, council_approved: {}, supervisor_approved: {}, enforced: {}, closed: {}, cancelled: {},
  })
}
export type Typing = 'estimate' | 'line'

export interface TypedDocument extends BudgetDocument<OrdinanceState> {
  readonly lines: readonly DocumentLine[]
}

const lineCells = [
  'task', 'department', 'code', 'title', 'amount', 'fromSubsidy', 'explanation', 'planReference', 'legalReference', 'quantity', 'unit', 'location', 'isNew',
  'actual1', 'actual2', 'actual3', 'estimateNow',
] as const
export type LineCell = (typeof lineCells)[number]
export type TypedLine = Readonly<Record<LineCell, string>>

/** What a year's codes, departments and the rule of the central fund allow. */
export interface LineRules extends KeyRules {
  /** The kind of money the ordinance gives. */
  readonly source: string
}

export interface JudgedLine {
  /** Absent where the cells do not say which line it is. */
  readonly line: (NewDocumentLine & { readonly key: LineKey }) | undefined
  readonly wrong: Readonly<Partial<Record<LineCell, string>>>
}

/** The three past years, oldest first. */
export function pastYearsOf(year: FiscalYear): readonly [FiscalYear, FiscalYear, FiscalYear] {
  return [fiscalYear(year - 4), fiscalYear(year - 3), fiscalYear(year - 2)]
}

export const blankLine: TypedLine = {
  task: '', department: '', code: '', title: '', amount: '', fromSubsidy: '', explanation: '', planReference: '', legalReference: '', quantity: '', unit: '', location: '',
  isNew: '', actual1: '', actual2: '', actual3: '', estimateNow: '',
}

/** A stored line in the boxes. */
export function typedOf(line: DocumentLine): TypedLine {
  const { key, explanation, planReference, legalReference, unit, location, actuals } = line
  const figure = (amount: Money) => (isZero(amount) ? '' : formatMoney(amount))
  return {
    task: key?.taskCode ?? '', department: key?.departmentId ?? '', code: key?.economicCode ?? '', title: key?.title ?? '', amount: figure(line.amount),
    fromSubsidy: figure(line.fromSubsidy), explanation, planReference, legalReference, unit, location, quantity: line.quantity ?? '', isNew: line.isNewItem ? 'yes' : '',
    actual1: figure(actuals[0]), actual2: figure(actuals[1]), actual3: figure(actuals[2]), estimateNow: figure(line.estimateNow),
  }
}

type Refuse = (cell: LineCell, message: string) => void

interface Named {
  readonly code: string
  readonly name: string
}

/** '5330100', '5330100 วัสดุสำนักงาน', the whole name, or words that only one of them has. */
export function findNamed<T extends Named>(all: readonly T[], typed: string): T | 'ambiguous' | undefined {
  const wanted = normalizeThai(typed)
  const [digits] = /^[0-9]{2,}(?=\s|$)/.exec(toArabicDigits(wanted)) ?? []
  if (digits !== undefined) return all.find(({ code }) => code === digits)
  if (wanted === '') return undefined
  const exact = all.filter(({ name }) => name === wanted)
  const found = exact.length > 0 ? exact : all.filter(({ name }) => name.includes(wanted))
  return found.length > 1 ? 'ambiguous' : found[0]
}

/** As it stands in the box once it is known what was meant. */
export function namedText<T extends Named>(all: readonly T[], typed: string): string {
  const found = findNamed(all, typed)
  return found === undefined || found === 'ambiguous' ? typed : `${found.code} ${found.name}`
}

/** ประเภท, and หมวด for what no ประเภท names; the finer ones first. */
export function economicsIn({ classes }: Pick<LineRules, 'classes'>): BudgetClass[] {
  return [...ofLevel(classes, 'item'), ...ofLevel(classes, 'category')]
}

export function tasksIn({ classes }: Pick<LineRules, 'classes'>): BudgetClass[] {
  return ofLevel(classes, 'task')
}

function ofLevel(classes: LineRules['classes'], level: BudgetClass['level']): BudgetClass[] {
  return [...classes.values()].filter((each) => each.level === level)
}

export function judgeLine(typed: TypedLine, rules: LineRules): JudgedLine {
  const wrong: Partial<Record<LineCell, string>> = {}
  const refuse: Refuse = (cell, message) => { wrong[cell] ??= message }
  const economic = findNamed(economicsIn(rules).filter(({ isActive }) => isActive), typed.code)
  if (economic === 'ambiguous') refuse('code', errors.ambiguous)
  const named = economic === 'ambiguous' ? undefined : economic
  const { key, faults } = judgeKey({
    source: rules.source, department: departmentIn(typed.department, rules), task: typed.task, code: named?.code ?? typed.code,
    title: normalizeThai(typed.title) || (named?.name ?? '-'),
  }, rules)
  for (const cell of ['department', 'task', 'code', 'title'] as const) if (faults[cell] !== undefined) refuse(cell, faults[cell])
  const rest = { ...figuresOf(typed, refuse), ...textsOf(typed, refuse), isNewItem: typed.isNew !== '' }
  return { line: key.taskCode === '' || key.economicCode === '' ? undefined : { direction: 'set', key, ...rest }, wrong }
}

/** By id as the select gives it, or by name as a spreadsheet has it. */
export function departmentIn(typed: string, { departments }: Pick<LineRules, 'departments'>): string {
  const wanted = normalizeThai(typed)
  return [...departments].find(([, { name, isActive }]) => isActive && name === wanted)?.[0] ?? wanted
}

function figuresOf(typed: TypedLine, refuse: Refuse) {
  const figure = (cell: 'fromSubsidy' | 'actual1' | 'actual2' | 'actual3' | 'estimateNow') => readFigure(typed[cell], (message) => refuse(cell, message))
  const amount = readAmount(typed.amount)
  if (typeof amount === 'string') refuse('amount', amount)
  const fromSubsidy = figure('fromSubsidy')
  if (typeof amount !== 'string' && compare(fromSubsidy, amount) > 0) refuse('fromSubsidy', errors.overSubsidy)
  const actuals: readonly [Money, Money, Money] = [figure('actual1'), figure('actual2'), figure('actual3')]
  const quantity = quantityOf(typed.quantity, (message) => refuse('quantity', message))
  return { amount: typeof amount === 'string' ? zero : amount, fromSubsidy, actuals, estimateNow: figure('estimateNow'), quantity }
}

/** Blank is nought, and nought may be said. */
export function readFigure(text: string, refuse: (message: string) => void): Money {
  const nought = readBaht(text)
  if (text.trim() === '' || (nought !== undefined && isZero(nought))) return zero
  const amount = readAmount(text)
  if (typeof amount !== 'string') return amount
  refuse(amount)
  return zero
}

function quantityOf(text: string, refuse: (message: string) => void): string | null {
  if (text.trim() === '') return null
  const read = readAmount(text)
  const isWhole = typeof read !== 'string' && read <= 999_999_999_999n
  if (!isWhole) refuse(errors.quantity)
  return isWhole ? toNumeric(read) : null
}

const longest = { explanation: 2000, planReference: 300, legalReference: 500, unit: 50, location: 300 } as const

function textsOf(typed: TypedLine, refuse: Refuse) {
  const text = (cell: keyof typeof longest): string => {
    const found = normalizeThai(typed[cell])
    if (found.length > longest[cell]) refuse(cell, errors.tooLong(String(longest[cell])))
    return found
  }
  return {
    explanation: text('explanation'), planReference: text('planReference'), legalReference: text('legalReference'), unit: text('unit'),
    location: text('location'),
  }
}

/** What tells one line of a document from another. */
export function keyText({ departmentId, taskCode, economicCode, title }: LineKey): string {
  return JSON.stringify([departmentId, taskCode, economicCode, title])
}
