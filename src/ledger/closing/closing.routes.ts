import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors, type RuleBroken } from '../../platform/errors.ts'
import { idIn, manyIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { closingText as text } from '../closing.text.ts'
import { findBlockers } from '../closing-check/closing-check.service.ts'
import { closingPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { periodRoutes } from '../period/period.routes.ts'
import { yearIn } from '../period/period.schema.ts'
import { countPosted, findClosingVouchers, findLiveClosings, findRequest, findRequestYear, findYearNets } from './closing.repository.ts'
import { closingSchema, refusalSchema, undoSchema } from './closing.schema.ts'
import { carryOutClosing, findReckoned, refuseClosing, requestClosing, requestUndo } from './closing.service.ts'
import { type YearRooms } from './closing.ts'
import { closingPage, nothingTyped, type ShownYear, type Typed } from './closing.view.ts'

const rights = { view: 'account.close:view', ask: 'account.close:create', decide: 'account.close:approve' } as const
const view = 'ledger/closing/show'

/** Closing of months and of the year. Rooms that hold up a closing are named by whoever builds the house. */
export function closingRoutes(rooms: YearRooms): readonly Route[] {
  const again = (read: OfficerRead, request: FormRequest, refusal: RuleBroken) => showAgain(read, rooms, { request, refusal })
  return [
    ...periodRoutes(rooms),
    get(paths.page, rights.view, { under: 'account.close', handle: async (read, request) => (
      page(view, closingPage(await shownFor(read, rooms, await yearAsked(read, request))))) }),

    post(paths.requests, rights.ask, { handle: async (work, request) => {
      const command = readForm(closingSchema, request)
      await requestClosing(work, rooms, command)
      return redirect(paths.of(command.year), text.ask.sent)
    }, again }),

    post(paths.undo, rights.ask, { handle: async (work, request) => {
      const command = readForm(undoSchema, request)
      await requestUndo(work, command)
      return redirect(paths.of(command.year), text.undo.sent)
    }, again }),

    post(paths.carryOutRoute, rights.decide, { freshProof: true, handle: async (work, request) => {
      const done = await carryOutClosing(work, rooms, idIn(request.params.id))
      return redirect(paths.of(done.fiscalYear), done.kind === 'close' ? text.waiting.closed : text.waiting.undone)
    }, again }),

    post(paths.refuseRoute, rights.decide, { handle: async (work, request) => {
      await refuseClosing(work, idIn(request.params.id), readForm(refusalSchema, request).reason)
      return redirect(paths.page, text.waiting.refused)
    }, again }),
  ]
}

/** Without a word, the year that has just ended. */
async function yearAsked(read: OfficerRead, request: FormRequest): Promise<FiscalYear> {
  if (request.query.fiscalYear !== undefined) return yearIn(request.query, read.today)
  const last = fiscalYear(fiscalYearOf(read.today) - 1)
  return (await findFiscalYears(read, read.actor.organisationId)).includes(last) ? last : fiscalYearOf(read.today)
}

async function shownFor(read: OfficerRead, rooms: YearRooms, year: FiscalYear): Promise<ShownYear> {
  const { actor } = read
  const [years, closings] = [await findFiscalYears(read, actor.organisationId), await findLiveClosings(read, year)]
  const isClosed = closings.length > 0
  const may = (right: string): boolean => actor.permissions.has(right)
  return {
    office: actor.organisationName, organisationId: actor.organisationId, year, years, isOpened: years.includes(year), isClosed, vouchersAfter: isClosed ? await countPosted(read, fiscalYear(year + 1)) : 0,
    request: await findRequest(read, year),
    nets: isClosed ? [] : await findYearNets(read, year), vouchers: isClosed ? await findClosingVouchers(read, year) : [], blockers: isClosed ? [] : await findBlockers(read, rooms, year),
    reckoned: isClosed ? null : await findReckoned(read, rooms, year),
    may: { ask: may(rights.ask), decide: may(rights.decide), report: may('account.report:view') },
  }
}

interface Refused {
  readonly request: FormRequest
  readonly refusal: RuleBroken
}

async function showAgain(read: OfficerRead, rooms: YearRooms, { request, refusal }: Refused): Promise<Reply> {
  const ofRequest = request.params.id === undefined ? undefined : await findRequestYear(read, idIn(request.params.id))
  const year = ofRequest ?? yearIn({ fiscalYear: typed(request, 'fiscalYear') }, read.today)
  const values = Object.fromEntries(['receipts', 'spent', 'reason'].flatMap((name) => (typed(request, name) === '' ? [] : [[name, typed(request, name)]])))
  const given: Typed = { ...nothingTyped, values, declared: manyIn(request.body, 'declared'), errors: atPage(ofRequest !== undefined, refusal.errors) }
  return page(view, closingPage(await shownFor(read, rooms, year), given))
}

/** The reason of a refused request has a box of its own beside the button: its message stands above. */
function atPage(isDecision: boolean, errors: FieldErrors): FieldErrors {
  return isDecision && errors.reason !== undefined ? { '': errors.reason } : errors
}
