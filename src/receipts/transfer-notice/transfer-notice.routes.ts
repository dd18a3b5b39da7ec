import { exportRoutes, getOffice, importRoutes, mostExported, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { transferNoticePaths as paths } from '../receipts.paths.ts'
import { transferNoticeText as text } from '../transfer-notice.text.ts'
import { findNotices, findTakers, getNotice, totalNotices } from './transfer-notice.repository.ts'
import { askedNotices, takenSchema, withdrawSchema } from './transfer-notice.schema.ts'
import { getOpenNotice, importNotices, nameTaker, withdrawNotice } from './transfer-notice.service.ts'
import { exportTable, listPage, takenPage, withdrawPage } from './transfer-notice.view.ts'

const rights = { view: 'km.subsidy:view', create: 'km.subsidy:create', edit: 'km.subsidy:edit', take: 'revenue.receipt:create' } as const

export const transferNoticeRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const filter = askedNotices(request.query, read.today)
    return page('documents/list', listPage(filter, { ...await findNotices(read, filter), totals: await totalNotices(read, filter), officer: read.actor, today: read.today }))
  }, menu: 'km.subsidy' }),
  ...exportRoutes(paths.list, rights.view, async (read, request) => {
    const filter = askedNotices(request.query, read.today)
    const { items } = await findNotices(read, filter, mostExported + 1)
    mustFit(items.length, mostExported)
    return exportTable(filter, items, (await getOffice(read, read.actor.organisationId)).name)
  }),
  ...importRoutes({
    title: text.importTitle, list: { text: text.listTitle, href: paths.list }, paths, heads: text.import.heads, text: text.import, right: rights.create,
    bringIn: async (work, sheet) => text.imported(String(await importNotices(work, sheet))),
  }),
  get(paths.takenRoute, rights.take, (read, request) => showTaken(read, request)),
  post(paths.takenRoute, rights.take, { handle: async (work, request) => {
    await nameTaker(work, idIn(request.params.id), readForm(takenSchema, request))
    return redirect(paths.list, text.takenDone)
  }, again: (read, request, { errors }) => showTaken(read, request, errors) }),
  get(paths.withdrawRoute, rights.edit, (read, request) => showWithdraw(read, request)),
  post(paths.withdrawRoute, rights.edit, { handle: async (work, request) => {
    await withdrawNotice(work, idIn(request.params.id), readForm(withdrawSchema, request))
    return redirect(paths.list, text.withdrawn)
  }, again: (read, request, { errors }) => showWithdraw(read, request, errors) }),
]

async function showTaken(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const notice = await getOpenNotice(read, idIn(request.params.id))
  return page('documents/confirm', takenPage(notice, { takers: await findTakers(read, notice), chosen: typed(request, 'receipt'), errors }))
}

async function showWithdraw(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const notice = await getNotice(read, idIn(request.params.id))
  if (notice.giverId !== read.actor.organisationId || notice.state === 'withdrawn') throw new NotFound('transfer notice')
  return page('documents/confirm', withdrawPage(notice, typed(request, 'reason'), errors))
}
