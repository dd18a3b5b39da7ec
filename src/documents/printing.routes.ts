// A print is noted, so it is asked for by POST; what comes back is the paper itself.
import { type OfficerRead } from '../platform/database/work.ts'
import { printPage, type PageModel } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { post, type Permission, type PostRoute } from '../platform/http/route.ts'
import { printMark } from './printing.ts'
import { recordPrint } from './printing.repository.ts'

export interface Paper {
  readonly id: string
  /** The page with the mark on it: ต้นฉบับ or สำเนา; `before`: how often it had been printed. */
  pageOf(mark: string, before: number): PageModel
}

export interface PrintDesk {
  readonly kind: string
  readonly view: string
  /** The document, if it may be printed as it stands. */
  find(read: OfficerRead, request: FormRequest): Promise<Paper>
}

export function printRoute(path: string, right: Permission, desk: PrintDesk): PostRoute {
  return post(path, right, async (work, request) => {
    const paper = await desk.find(work, request)
    const before = await recordPrint(work, { kind: desk.kind, id: paper.id })
    return printPage(desk.view, paper.pageOf(printMark(before), before))
  })
}
