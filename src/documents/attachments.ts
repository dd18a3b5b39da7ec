// What may be attached: real PDF, PNG, JPEG and XLSX files under an honest name. The bytes decide, not what the browser says.
import { fileTypeFromBuffer } from 'file-type'
import { type Officer } from '../platform/database/work.ts'
import { RuleBroken } from '../platform/errors.ts'
import { type UploadedFile } from '../platform/http/request.ts'
import { normalizeThai } from '../platform/thai.ts'
import { documentsText } from './documents.text.ts'

const text = documentsText.attachments

export interface Attachment {
  readonly organisationId: string
  readonly id: string
  readonly documentKind: string
  readonly documentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly addedBy: string
  readonly addedAt: string
}

export interface CheckedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

export const largestAttachment = 10 * 1024 * 1024

/** For the file control of a page. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.xlsx'

const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

/** The file as it will be kept; refused in Thai at the field 'files'. */
export async function checkFile(file: UploadedFile): Promise<CheckedFile> {
  const name = safeName(file.name)
  if (file.bytes.length === 0) throw refused(text.emptyFile(name))
  if (file.bytes.length > largestAttachment) throw refused(text.tooLarge(name))
  const mediaType = (await fileTypeFromBuffer(file.bytes))?.mime ?? ''
  const allowed = extensions[mediaType]
  if (!allowed) throw refused(text.wrongKind(name))
  if (!allowed.includes(extensionOf(name))) throw refused(text.wrongName(name))
  return { name, mediaType, bytes: file.bytes }
}

export function refused(message: string): RuleBroken {
  return new RuleBroken({ files: message })
}

// Path separators, what file systems refuse, control characters, and marks that turn the reading direction (…fdp.exe).
const unsafe = /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const longestStem = 120

/** A name that is safe on every desk: no folders, no tricks, not endless; its extension stays. */
export function safeName(given: string): string {
  const plain = normalizeThai(given.replace(unsafe, ' '))
  const extension = extensionOf(plain)
  const stem = (extension === '' ? plain : plain.slice(0, -extension.length - 1)).replace(/^[. ]+|[. ]+$/g, '')
  const short = [...stem].slice(0, longestStem).join('') || text.noName
  return extension === '' ? short : `${short}.${extension}`
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Who may look at a kind of document may look at its papers; a kind that is not here takes none. */
const viewRights: Readonly<Record<string, readonly string[]>> = {
  receipt: ['revenue.receipt:view'],
  remittance: ['revenue.remit:view'],
  'remittance-summary': ['revenue.remitsum:view'],
  'money-entry': ['revenue.trust:view'],
  'pay-in': ['revenue.deposit:view'],
  voucher: ['revenue.voucher:view', 'account.report:view'],
  journal: ['account.journal:view'],
  adjustment: ['account.adjust:view'],
  opening: ['account.opening:view'],
  'period-request': ['account.close:view'],
  'budget-annual': ['budget.expest:view'],
  'budget-special': ['budget.expest:view'],
  'budget-interim': ['budget.expest:view'],
  'budget-supplementary': ['budget.supplementary:view'],
  'budget-grant': ['budget.supplementary:view'],
  'budget-accumulated': ['budget.supplementary:view'],
  'budget-loan': ['budget.supplementary:view'],
  'budget-transfer': ['budget.transfer:view'],
  'budget-release': ['budget.transfer:view'],
  'budget-override': ['budget.transfer:view'],
  'budget-amendment': ['budget.amend:view'],
  'budget-carry': ['expense.reserve:view'],
  'budget-extension': ['expense.reserve:view'],
  'budget-lapse': ['expense.reserve:view'],
  claim: ['expense.voucherreq:view', 'expense.check:view'],
  'expense-correction': ['expense.voucherreq:view'],
  'claim-waiver': ['expense.voucherreq:view'],
  payment: ['expense.pay:view'],
  'cheque-report': ['expense.cheque:view'],
  'purchase-request': ['expense.request:view'],
  contract: ['expense.contract:view'],
  addendum: ['expense.contract:view'],
  acceptance: ['expense.accept:view'],
  guarantee: ['expense.guarantee:view'],
  'security-forfeiture': ['expense.guarantee:view'],
  loan: ['expense.loan:view'],
  clearing: ['expense.loan:view'],
  'pawn-receipt': ['revenue.pawn:view'],
  'pawn-voucher': ['expense.pawn:view'],
  forfeiture: ['expense.pawn:view'],
  'payee-account': ['expense.payee:view'],
  'budget-plan': ['budget.spendplan:view', 'budget.report:view'],
}

export function mayView(officer: Pick<Officer, 'permissions'>, documentKind: string): boolean {
  return (viewRights[documentKind] ?? []).some((right) => officer.permissions.has(right))
}

/** A paper that nobody could open is not taken. */
export function mustHaveReaders(documentKind: string): void {
  if (!Object.hasOwn(viewRights, documentKind)) throw new RangeError(`no right says who may see the papers of ${documentKind}`)
}
