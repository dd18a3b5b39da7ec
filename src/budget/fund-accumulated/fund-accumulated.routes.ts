import { randomUUID } from 'node:crypto'
import { withForm } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { zero } from '../../platform/money.ts'
import { accumulatedPaths as paths } from '../budget.paths.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { type More } from '../desk/desk.view.ts'
import { closeSchema } from '../fund-lines/fund-lines.schema.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { judgeFund } from '../fund-lines/fund-lines.ts'
import { fundTable } from '../fund-lines/fund-lines.view.ts'
import { accumulatedText as text } from '../fund.text.ts'
import { reportRights } from '../report-table/report-table.routes.ts'
import { reportPaths } from '../report.paths.ts'
import { blankInput, editAccumulatedSchema, inputOf, newAccumulatedSchema, reportSchema, typedInput } from './fund-accumulated.schema.ts'
import {
  accumulatedDesk as desk, approvalOf, approveAccumulated, closeAccumulated, createAccumulated, editAccumulated, reportAccumulated, submitAccumulated, usableFor,
} from './fund-accumulated.service.ts'
import { isDisaster, type Accumulated, type AccumulatedState } from './fund-accumulated.ts'
import { formPage, keptTables, memo, ownItems, usableTable } from './fund-accumulated.view.ts'

const steps = {
  submit: pressed(submitAccumulated),
  approve: approving(approveAccumulated),
  report: {
    kind: 'primary', asks: ['happenedOn', 'meeting', 'letterNumber', 'letterDate', 'note'], take: (said: string) => withForm(reportSchema, reportAccumulated, said),
  },
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  close: { kind: 'danger', asks: ['happenedOn', 'note'], take: (said: string) => withForm(closeSchema, closeAccumulated, said) },
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const accumulatedPages: DeskPages<AccumulatedState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: fundTable, paper: memo, more,
  form: {
    form: showForm,
    create: (work, request) => createAccumulated(work, readForm(newAccumulatedSchema, request)),
    edit: (work, id, request) => editAccumulated(work, id, readForm(editAccumulatedSchema, request)),
  },
}

/** What is usable is shown before anything is saved, with the lines typed so far. */
async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<AccumulatedState>): Promise<PageModel> {
  const { input, isTyped } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const fiscalYear = fiscalYearOf(readThaiDate(input.documentDate) ?? read.today)
  const variant = input.purpose === 'disaster' ? input.purpose : null
  const rules = await findFundRules(read, fiscalYear, { source: input.source, needsPlan: variant === null })
  const judged = judgeFund(input.lines, rules)
  return formPage(input, {
    document, fiscalYear, rules, total: judged.total, usable: await usableFor(read, { fiscalYear, sourceCode: input.source, variant }),
    approval: await approvalOf(read, fiscalYear, variant), errors: Object.keys(errors).length > 0 ? { ...judged.faults, ...errors } : {},
    isAgain: isTyped || document !== undefined,
  })
}

/** Until it is decided, what is usable now; afterwards, what was. */
async function more(read: OfficerRead, document: Accumulated): Promise<More> {
  const isOpen = (document.state === 'draft' || document.state === 'submitted') && document.organisationId === read.actor.organisationId
  const owes = document.state === 'approved' && isDisaster(document) && !document.steps.some(({ action }) => action === 'report')
  return {
    items: ownItems(document), notices: owes ? [text.mustReport] : [],
    tables: isOpen ? [usableTable(await usableFor(read, document), document.total ?? zero)] : keptTables(document),
    links: read.actor.permissions.has(reportRights.view) ? [{ text: text.usable.proof, href: reportPaths.fundProof }] : [],
  }
}
