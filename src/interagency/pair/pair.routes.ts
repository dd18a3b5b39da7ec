import { exportPaths, exportRoutes } from '../../documents/index.ts'
import { findAccounts } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, printPage as paper, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { pairPaths as paths } from '../interagency.paths.ts'
import { interagencyText } from '../interagency.text.ts'
import { askedStanding, askedYear, exceptionSchema } from './pair.schema.ts'
import { getBoard, getStanding, recordException } from './pair.service.ts'
import { boardExport, boardPage, printPage, standingPage, type ShownBoard } from './pair.view.ts'

const rights = { view: 'account.interagency:view', print: 'account.interagency:print', approve: 'account.interagency:approve' } as const
const views = { list: 'interagency/pair/list', show: 'interagency/pair/show', print: 'documents/register' } as const
/** How many years back may be chosen. */
const yearsBack = 4

export const pairRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => page(views.list, boardPage(await shownBoard(read, request))), menu: 'account.interagency' }),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => (
    paper(views.print, printPage(await shownBoard(read, request), read.actor.organisationName)))),
  ...exportRoutes(paths.list, rights.print, async (read, request) => boardExport(await shownBoard(read, request), read.actor.organisationName)),

  get(paths.showRoute, rights.view, (read, request) => showStanding(read, request)),
  post(paths.exceptionRoute, rights.approve, { handle: async (work, request) => {
    const asked = askedStanding(request.params)
    await recordException(work, asked, readForm(exceptionSchema, request))
    return redirect(paths.show(asked), interagencyText.exception.saved)
  }, again: (read, request, { errors }) => showStanding(read, request, errors) }),
]

async function shownBoard(read: OfficerRead, request: FormRequest): Promise<ShownBoard> {
  const year = askedYear(request.query, read.today)
  return { ...await getBoard(read, year), year, years: yearsTo(fiscalYearOf(read.today)), mayPrint: read.actor.permissions.has(rights.print), today: read.today }
}

function yearsTo(year: FiscalYear): FiscalYear[] {
  return Array.from({ length: yearsBack + 1 }, (_none, back) => fiscalYear(year - back))
}

async function showStanding(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const asked = askedStanding(request.params)
  const found = await getStanding(read, asked)
  return page(views.show, standingPage({
    ...found, accountNames: new Map((await findAccounts(read)).map(({ code, name }) => [code, name])), year: asked.year, officer: read.actor, typed: { letter: typed(request, 'letter'), reason: typed(request, 'reason') },
  }, errors))
}
