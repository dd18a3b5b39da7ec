import { randomUUID } from 'node:crypto'
import { withForm } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { isNegative, isZero, readBaht } from '../../platform/money.ts'
import { grantPaths as paths } from '../budget.paths.ts'
import { findCashReceipts, getFundCash } from '../cash/cash.repository.ts'
import { noting, pressed } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { rightsOf } from '../desk/desk.ts'
import { type More } from '../desk/desk.view.ts'
import { findFundLines } from '../fund-lines/fund-lines.repository.ts'
import { cashSchema, closeSchema } from '../fund-lines/fund-lines.schema.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { figuresOf, judgeFund, unequal } from '../fund-lines/fund-lines.ts'
import { cashControls, cashTable, fundItems, fundTable } from '../fund-lines/fund-lines.view.ts'
import { grantText as text } from '../fund.text.ts'
import { findSecondIds } from './grant.repository.ts'
import { allotSchema, blankInput, editGrantSchema, editSecondSchema, inputOf, newGrantSchema, newSecondSchema, typedInput } from './grant.schema.ts'
import {
  allocateGrant, allotGrant, cancelGrant, closeGrant, createGrant, editGrant, grantDesk as desk, leftToRenew, notifyGrant, receiveGrant,
  takeBackGrant,
} from './grant.service.ts'
import { type Grant, type GrantState } from './grant.ts'
import { formPage, noticeItems, noticesOf, paper, secondsTable } from './grant.view.ts'

const steps = {
  notify: pressed(notifyGrant),
  allocate: noting(allocateGrant),
  cash: { kind: 'primary', asks: ['happenedOn'], controls: cashControls, take: (said: string) => withForm(cashSchema, receiveGrant, said) },
  uncash: { kind: 'danger', asks: ['happenedOn'], controls: cashControls, take: (said: string) => withForm(cashSchema, takeBackGrant, said) },
  close: { kind: 'danger', asks: ['happenedOn', 'note'], take: (said: string) => withForm(closeSchema, closeGrant, said) },
  cancel: pressed(cancelGrant, 'danger'),
} as const

export const grantPages: DeskPages<GrantState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: fundTable, paper, more,
  form: {
    form: showForm,
    create: (work, request) => createGrant(work, isId(request.query.parent)
      ? { ...readForm(newSecondSchema, request), parentId: request.query.parent } : readForm(newGrantSchema, request)),
    edit: editForm,
  },
}

async function editForm(work: OfficerWork, id: string, request: FormRequest): Promise<string | void> {
  const { state, parentId } = await desk.get(work, work.actor.organisationId, id)
  if (state === 'notified') {
    await allotGrant(work, id, readForm(allotSchema, request))
    return text.allotted
  }
  return editGrant(work, id, parentId === null ? readForm(editGrantSchema, request) : readForm(editSecondSchema, request))
}

/** Faults of the rows are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, request: FormRequest, { document: grant, errors }: FormAsked<GrantState>): Promise<PageModel> {
  const { input, isTyped } = inputFor(request, grant ? inputOf(grant) : blankInput(randomUUID(), read.today), typedInput(request))
  const parent = await parentIn(read, grant?.parentId ?? request.query.parent)
  const fiscalYear = grant?.state === 'notified' ? grant.fiscalYear : fiscalYearOf(readThaiDate(input.documentDate) ?? read.today)
  const rules = await findFundRules(read, fiscalYear, { source: parent?.sourceCode ?? input.source, needsPlan: false })
  const judged = judgeFund(input.lines, rules)
  const wanted = grant?.state === 'notified' ? grant.total : readBaht(input.total)
  const uneven = judged.lines.length > 0 && wanted ? unequal(judged, { total: wanted, rows: input.lines, say: text.errors.unequal }) : {}
  const all: FieldErrors = Object.keys(errors).length > 0 ? { ...uneven, ...judged.faults, ...errors } : {}
  return formPage(input, { grant, parent, fiscalYear, rules, total: judged.total, errors: all, isAgain: isTyped || grant !== undefined })
}

async function parentIn(read: OfficerRead, id: string | null | undefined): Promise<Grant | undefined> {
  return isId(id ?? undefined) ? desk.get(read, read.actor.organisationId, id ?? '') : undefined
}

/** What came in, what went out, what may be bound, and the notices that followed. */
async function more(read: OfficerRead, grant: Grant): Promise<More> {
  const { organisationId, id, parentId, state } = grant
  const parent = parentId === null ? undefined : await desk.get(read, organisationId, parentId)
  const items = noticeItems(grant, parent)
  const edit = state === 'notified' ? text.allot(grant.lines.length > 0) : undefined
  if (parentId !== null) return { items, ...(edit && { edit }) }
  const seconds: Grant[] = []
  for (const second of await findSecondIds(read, organisationId, id)) seconds.push(await desk.get(read, organisationId, second))
  const figures = figuresOf(await findFundLines(read, organisationId, id))
  const isOwn = organisationId === read.actor.organisationId
  const left = isOwn && state === 'allocated' && read.actor.permissions.has(rightsOf('grant').create) ? await leftToRenew(read, id) : undefined
  return {
    ...(edit && { edit }), notices: noticesOf(grant),
    items: [...items, ...fundItems(await getFundCash(read, organisationId, id), figures)],
    tables: [cashTable(await findCashReceipts(read, organisationId, id)), ...(seconds.length > 0 ? [secondsTable(seconds)] : [])],
    links: left !== undefined && !isZero(left) && !isNegative(left) ? [{ text: text.newSecond, href: paths.newSecond(id) }] : [],
  }
}
