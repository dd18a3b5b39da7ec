// The development mailbox: where a newcomer reads the one-time code. Mounted by `npm start` only; the production build has no such folder.
import { type Database } from '../platform/database/work.ts'
import { ownOrigin, system } from '../platform/database/work.ts'
import { formatInstant } from '../platform/dates.ts'
import { lineTable } from '../platform/http/components.ts'
import { plainPage } from '../platform/http/reply.ts'
import { getPublic, type Route } from '../platform/http/route.ts'
import { findRecentMails } from '../platform/mail/outbox.repository.ts'
import { mailboxText } from './mailbox.text.ts'

export function developmentRoutes(database: Database): readonly Route[] {
  return [
    getPublic('/development/mailbox', async () => {
      const mails = await database.read(system, ownOrigin, findRecentMails)
      const table = lineTable({
        caption: mailboxText.title, captionHidden: true, empty: mailboxText.empty,
        columns: [{ label: mailboxText.time, kind: 'text' }, { label: mailboxText.to, kind: 'text' }, { label: mailboxText.mail, kind: 'text', isRowHeader: true }],
        rows: mails.map((mail) => [formatInstant(mail.createdAt), mail.to, { text: mail.subject, note: mail.text }]),
      })
      return plainPage('development/mailbox', { title: mailboxText.title, pageHeader: { title: mailboxText.title }, lineTable: table })
    }),
  ]
}
