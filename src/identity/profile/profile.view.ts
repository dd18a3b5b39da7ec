import { lineTable, type SummaryList } from '../../platform/http/components.ts'
import { maskCitizenId } from '../../platform/citizen-id.ts'
import { formatInstant, formatThaiDate } from '../../platform/dates.ts'
import { maskEmail, type Account } from '../account/account.ts'
import { identityPages, identityText } from '../identity.text.ts'
import { formPage } from '../identity.view.ts'
import { type Settings } from '../limits/settings.ts'
import { deviceOf, type SignInRecord } from '../session/session.ts'
import { passwordDueOn } from '../sign-in/journey.ts'

interface Given {
  readonly account: Account
  readonly settings: Settings
  readonly signIns: readonly SignInRecord[]
}

export function profilePage({ account, settings, signIns }: Given) {
  const { fields } = identityText
  const due = passwordDueOn(account, settings)
  const tail = account.citizenIdTail
  const summaryList: SummaryList = { items: [
    { label: identityPages.username, text: account.username },
    { label: identityPages.name, text: `${account.title}${account.firstName} ${account.lastName}` },
    { label: fields.citizenId, text: tail ? maskCitizenId(tail) : '-' },
    { label: identityPages.organisation, text: account.organisationName },
    { label: fields.position, text: account.position || '-' },
    { label: fields.phone, text: account.phone || '-' },
    { label: fields.email, text: account.email ? maskEmail(account.email) : '-' },
    { label: identityPages.identity, text: identityPages.identityLevels[account.usesThaid ? 'thaid' : account.identityProvenAt ? 'self_asserted' : 'none'] },
    { label: identityPages.passwordDueOn, text: due ? formatThaiDate(due) : '-' },
  ] }
  return { ...formPage(identityPages.profile), summaryList, lineTable: signInTable(signIns) }
}

export function signInTable(signIns: readonly SignInRecord[]) {
  return lineTable({
    caption: identityPages.signIns, captionHidden: true, empty: identityPages.noSignIns,
    columns: [{ label: identityPages.time, kind: 'text', isRowHeader: true }, { label: identityPages.place, kind: 'text' }, { label: identityPages.device, kind: 'text' }],
    rows: signIns.map((record) => [formatInstant(record.at), record.ip || '-', deviceOf(record.agent)]),
  })
}

