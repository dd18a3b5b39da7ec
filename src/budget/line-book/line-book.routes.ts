import { mostPrinted, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn, isId } from '../../platform/http/asked.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { getLineBook } from './line-book.service.ts'
import { type LineBook } from './line-book.ts'
import { bookPage, bookPrint } from './line-book.view.ts'

const rights = { view: 'budget.report:view', print: 'budget.report:print' } as const
const mostMovements = 500

export const lineBookRoutes: readonly Route[] = [
  get(paths.showRoute, rights.view, async (read, request) => {
    const shown = { now: read.now, own: read.actor.organisationId, mayPrint: read.actor.permissions.has(rights.print) }
    return page('budget/line-book/show', bookPage(await bookFor(read, request), shown))
  }),

  // What leaves the screen is whole, or it does not leave.
  get(paths.showPrintRoute, rights.print, async (read, request) => {
    const book = await bookFor(read, { ...request, query: {} }, mostPrinted)
    mustFit(book.movements.length + (book.hasMore ? 1 : 0), mostPrinted)
    return printPage('documents/summary-sheet', bookPrint(book, read.now))
  }),
]

function bookFor(read: OfficerRead, request: FormRequest, most = mostMovements): Promise<LineBook> {
  const { organisation, id } = request.params
  const after = isId(request.query.after) ? request.query.after : undefined
  return getLineBook(read, { organisationId: idIn(organisation), id: idIn(id), after, most })
}
