import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { approvalsPath } from '../ordinance.paths.ts'
import { getWaiting } from './ordinance-approvals.service.ts'
import { approvalsPage } from './ordinance-approvals.view.ts'

export const approvalRoutes: readonly Route[] = [
  get(approvalsPath, 'budget.approve:view', { handle: async (read) => (
    page('documents/table', approvalsPage(await getWaiting(read), { officer: read.actor, today: read.today }))
  ), menu: 'budget.approve' }),
]
