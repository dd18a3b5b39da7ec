// Commands that need no race, by the end of their address, and why: they change no money, or only what one person still writes.
export const withoutMoney: Readonly<Record<string, RegExp>> = {
  'a paper is printed': /\/(print|slips?|letter)$/,
  'a file beside a document': /\/(attachments|files)(\/:attachment\/remove)?$/,
  'a draft, a register or a setting is mended, by the version that was shown': /\/(edit|draw|warn|refresh|adjust|use|gather|renew)$/,
  'registers of people and things': /^\/(receipts\/(taxpayers|books)|expenditure\/(payees|payee-accounts|employees|pay-creditors|welfare|cheque-books))\//,
  'the register of creditors has its form on the list': /^\/expenditure\/pay-creditors$/,
  'stock of before, which the opening holds in one sum': /^\/ledger\/stock\//,
  'tickets of before, which the opening holds in one sum': /^\/pawnshops\/opening-tickets\//,
  'rates and settings of the office': /^\/(receipts\/slaughter|expenditure\/claim-settings)(\/|$)/,
  'a signed day is opened again, and nothing is posted by it': /^\/receipts\/daily-positions\/:id\/reopen$/,
  'numbers of e-GP beside a contract': /^\/expenditure\/egp\/:id$/,
  'cash is counted, no more': /(\/counts\/new$|^\/pawnshops\/month-controls\/)/,
}
