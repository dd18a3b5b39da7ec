import { demoPassword, demoPeople, firstPasswordOf } from '../../seeds/demonstration/people.ts'

const shown = ['school.clerk', 'school.finance', 'school.head', 'saensuk.head', 'saensuk.revenue', 'pawn.manager', 'prov20.head', 'dla.oversight']

/** Address and accounts, for whoever has just started the system for the first time. */
export function announce(publicUrl: string): void {
  const first = demoPeople.filter((person) => person.standing === 'first')
  console.log([
    '', `New e-LAAS  ${publicUrl}`, `Mailbox     ${publicUrl}/development/mailbox   (one-time codes are read here)`, '',
    `Accounts in use, password ${demoPassword}`, ...shown.map((username) => `  ${username.padEnd(18)} ${demoPeople.find((person) => person.username === username)?.position ?? ''}`),
    '', 'First use (each its own journey; choose the same person at ThaiD)',
    ...first.map((person) => `  ${person.username.padEnd(18)} ${firstPasswordOf(person).padEnd(20)} citizen id ${person.citizenId}`),
    '', 'All accounts: README.md. Stop with Ctrl+C.', '',
  ].join('\n'))
}
