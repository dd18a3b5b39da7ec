// The chooser beside the box of a line: at most twenty accounts by code or Thai name, keys of the register the account asks for.
import { getOffice } from '../../documents/index.ts'
import { json } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { searchKeys } from '../journal-lines/journal-lines.repository.ts'
import { codeIn } from '../journal-lines/journal-lines.ts'
import { chooserPaths } from '../ledger.paths.ts'
import { findMatching, findRegisterOf } from './chart.repository.ts'
import { accountProposals, keyProposals } from './chart.view.ts'

const longest = 100

export const chartRoutes: readonly Route[] = [
  get(chooserPaths.accounts, 'signed-in', async (read, { query }) => {
    const search = normalizeThai(toArabicDigits(query.q ?? '')).slice(0, longest)
    if (search === '') return json(accountProposals([]))
    const { chartKind } = await getOffice(read, read.actor.organisationId)
    return json(accountProposals(await findMatching(read, { chartKind, search: codeIn(search) ?? search })))
  }),

  get(chooserPaths.keys, 'signed-in', async (read, { query }) => {
    const code = codeIn(query.account ?? '')
    const kind = code === undefined ? null : await findRegisterOf(read, code)
    const search = normalizeThai(query.q ?? '').slice(0, longest)
    return json(keyProposals(kind === null ? [] : await searchKeys(read, kind, search)))
  }),
]
