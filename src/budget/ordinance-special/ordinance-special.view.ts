// Special budgets on the page of their ordinance, and the ordinance on theirs, as finished strings.
import { lineTable, type Column, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, plus, zero } from '../../platform/money.ts'
import { planBelowPaths } from '../budget.paths.ts'
import { numberOf } from '../document/document.view.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { specialPaths } from '../ordinance.paths.ts'
import { deskOf, surplusOf, totalsOf, type Ordinance } from '../ordinance/ordinance.ts'
import { type SpecialBudget, type Specials } from './ordinance-special.ts'

const { specials: text, columns } = ordinanceText

const tableColumns: readonly Column[] = [
  { label: text.enterprise, kind: 'text', isRowHeader: true }, { label: text.spender, kind: 'text' }, { label: columns.revenue, kind: 'money' },
  { label: columns.expenditure, kind: 'money' }, { label: columns.gap, kind: 'money' },
]

export function specialsTable(riders: readonly SpecialBudget[]): LineTable {
  const totals = riders.map(({ ordinance }) => totalsOf(ordinance)).reduce((all, one) => (
    { revenue: plus(all.revenue, one.revenue), expenditure: plus(all.expenditure, one.expenditure) }), { revenue: zero, expenditure: zero })
  const figures = (of: typeof totals) => [formatMoney(of.revenue), formatMoney(of.expenditure), formatMoney(surplusOf(of))]
  return lineTable({
    caption: text.title, empty: text.none, columns: tableColumns,
    rows: riders.map(({ ordinance, enterprise, spender }) => (
      [{ text: enterprise, href: specialPaths.show(ordinance.id) }, spender ?? text.lao, ...figures(totalsOf(ordinance))])),
    totals: riders.length === 0 ? [] : [{ label: ordinanceText.sum, isGrand: true, cells: figures(totals) }],
  })
}

export function specialItems(special: NonNullable<Specials['special']>, { state }: Pick<Ordinance, 'state'>): SummaryItem[] {
  const { enterprise, spender, parent } = special
  const isOffered = spender !== undefined && (state === 'enforced' || state === 'closed')
  return [
    { label: text.enterprise, text: enterprise }, { label: text.spender, text: spender ?? text.lao },
    { label: text.parent, text: parent.title, href: deskOf(parent).paths.show(parent.id) },
    ...(isOffered ? [takenItem(special)] : []),
  ]
}

/** A draft of the unit is its own matter; its versions are open to the LAO. */
function takenItem({ taking, spenderId }: NonNullable<Specials['special']>): SummaryItem {
  if (!taking || taking.state === 'draft') return { label: text.offer, text: taking ? text.taking : text.waiting }
  return { label: text.offer, text: text.taken(numberOf(taking)), href: planBelowPaths.show(spenderId ?? '', taking.id) }
}
