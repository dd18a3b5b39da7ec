import { type FieldErrors } from '../../platform/errors.ts'
import { lineEditor, refusals, type ErrorSummary, type LineEditor, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { figuresOf, type Run } from '../pay-run/pay-run.ts'
import { titleOf } from '../pay-run/pay-run.view.ts'
import { type KnownForAdjustment, type TypedAdjustment } from './pay-run-adjust.ts'

const words = text.adjusting
const mostProposals = 1000

export interface AdjustPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly lineEditor: LineEditor
  readonly save: string
}

export interface AdjustForm {
  readonly run: Run
  readonly rows: readonly TypedAdjustment[]
  readonly version: string
  readonly known: KnownForAdjustment
  readonly isMore: boolean
}

export function adjustPage({ run, rows, version, known, isMore }: AdjustForm, errors: FieldErrors = {}): AdjustPage {
  const title = titleOf(run)
  const people = run.persons.slice(0, mostProposals).map((person) => ({ value: person.name, text: formatMoney(figuresOf(person).net) }))
  const whom = known.creditors.filter(({ isActive }) => isActive).map(({ name, code }) => ({ value: name, text: known.deductions.find((each) => each.code === code)?.name ?? '' }))
  return {
    title: text.adjustTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title, href: paths.show(run.id) }, { text: text.adjustTitle }],
    pageHeader: { title: text.adjustTitle, lead: words.lead }, ...refusals(errors), action: paths.adjust(run.id), cancelHref: paths.show(run.id), version, save: words.save,
    lineEditor: lineEditor({
      name: 'lines', caption: words.caption, errors, rows: rows.map((row) => ({ ...row })), blankRows: isMore ? 5 : Math.max(1, 5 - rows.length),
      columns: [
        { name: 'person', label: words.person, kind: 'text', list: 'run-people' },
        { name: 'item', label: words.item, kind: 'text', options: [
          ...known.deductions.filter(({ isReckoned }) => !isReckoned).map(({ code, name }) => ({ value: code, text: name })), { value: 'wage', text: words.wage }, { value: 'allowance', text: words.allowance },
        ] },
        { name: 'detail', label: words.detail, kind: 'text', list: 'run-creditors' }, { name: 'amount', label: words.amount, kind: 'money', isTotalled: true },
      ],
      totals: { amount: formatMoney(sum(rows.map(({ amount }) => readBaht(amount) ?? zero))) }, addRows: { name: 'moreLines', value: '5', label: words.more },
      lists: [{ id: 'run-people', options: people }, { id: 'run-creditors', options: whom }],
    }),
  }
}
