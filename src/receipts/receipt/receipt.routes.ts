import { randomUUID } from 'node:crypto'
import {
  findAttachments, findOffices, findTrail, getOffice, largestAttachment, printRoute, rowsPerPart, stepRoutes, tableRoutes, trailRows, withForm, withReason, withVersion, type ExportPart,
} from '../../documents/index.ts'
import { ledgerPaths, maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, isId, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type PostRoute, type Route } from '../../platform/http/route.ts'
import { asksForRows, choicesOf } from '../receipt-lines/receipt-lines.service.ts'
import { blankInput, formPage, fromUnitInput, nextInput, noticeInput, redoInput, type ReceiptInput, type RecordedKind } from '../receipt-form/receipt-form.view.ts'
import { getPrint } from '../receipt-print/receipt-print.service.ts'
import { printPage, receiptPrintView } from '../receipt-print/receipt-print.view.ts'
import { exportRows, exportTable, listPage, missingText } from '../receipt-register/receipt-register.view.ts'
import { paperName } from '../receipts.names.ts'
import { receiptPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { officesBelow } from '../receipts.view.ts'
import { findMissingSheets } from '../missing-sheets/missing-sheets.repository.ts'
import { countReceipts, findOfSheet, findReceipts, getReceipt } from './receipt.repository.ts'
import { getOpenNotice } from '../transfer-notice/transfer-notice.service.ts'
import { askedReceipts, askedUnit, cancelSchema, evidenceSchema, handwrittenSchema } from './receipt.schema.ts'
import { cancelReceipt, confirmCancel, recordReceipt, refuseCancellation } from './receipt.service.ts'
import { isMiskeyed, receiptLifecycle, type Receipt, type ReceiptFilter, type ReceiptHead } from './receipt.ts'
import { showPage, type Refused } from './receipt.view.ts'

const text = receiptsText.receipt
const rights = { view: 'revenue.receipt:view', create: 'revenue.receipt:create', print: 'revenue.receipt:print' } as const
const views = { list: 'receipts/receipt/list', form: 'receipts/receipt/form', show: 'receipts/receipt/show' } as const
/** More than is allowed, so that a file somewhat too large is refused at its box and what was typed stays. */
const mostUploaded = 2 * largestAttachment

export const receiptRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const asked = askedReceipts(request.query, read.actor.organisationId)
    const { organisationId } = asked.filter
    await getOffice(read, organisationId)
    return page(views.list, listPage(asked, {
      ...await findReceipts(read, asked.filter), totals: await countReceipts(read, asked.filter), offices: await findOffices(read, officesBelow),
      missing: await findMissingSheets(read, organisationId, fiscalYearOf(read.today)),
      mayCreate: read.actor.permissions.has(rights.create), mayIssue: read.actor.organisationKind === 'LAO',
    }, read.actor.organisationId))
  }, menu: 'revenue.receipt' }),

  ...tableRoutes(paths.list, rights.view, async (read, request) => {
    const filter = { ...askedReceipts(request.query, read.actor.organisationId).filter, after: undefined }
    const office = await getOffice(read, filter.organisationId)
    return exportTable({ office: office.name, today: read.today, totals: await countReceipts(read, filter), first: await partOf(read, filter) })
  }),

  get(paths.handwritten, rights.create, (read, request) => showForm(read, request, 'handwritten')),
  recording('handwritten', async (work, request) => {
    const id = await recordReceipt(work, readForm(handwrittenSchema, request))
    const isLast = typed(request, 'then') !== 'next'
    return redirect(isLast ? paths.show(id) : paths.nextSheet(id), await savedFlash(work, id))
  }),

  get(paths.evidence, rights.create, (read, request) => showForm(read, request, 'evidence')),
  recording('evidence', async (work, request) => {
    const files = request.files.filter((file) => file.field === 'files')
    const id = await recordReceipt(work, readForm(evidenceSchema, request), files)
    return redirect(paths.show(id), await savedFlash(work, id))
  }),

  printRoute(paths.printRoute, rights.print, { kind: 'receipt', view: receiptPrintView, find: async (read, request) => {
    const shown = await getPrint(read, idIn(request.params.id))
    const { paper, id } = shown.receipt
    if (paper.kind !== 'issued') throw new NotFound('a receipt of the system')
    return { id, pageOf: (mark, before) => printPage(shown, { mark, before, backHref: paths.show(id) }) }
  } }),

  get(paths.showRoute, rights.view, async (read, request) => showReceipt(read, request)),

  ...stepRoutes({
    lifecycle: receiptLifecycle, paths, steps: {
      cancel: withForm(cancelSchema, cancelReceipt, (form) => text.cancelled[form.cause]),
      'confirm-cancel': withVersion(confirmCancel, text.decided.confirmed),
      'refuse-cancel': withReason(refuseCancellation, text.decided.refused),
    },
    show: (read, request, errors) => (
      showReceipt(read, request, { errors, typed: { cause: typed(request, 'cause'), reason: typed(request, 'reason') } })),
  }),
]

async function partOf(read: OfficerRead, filter: ReceiptFilter): Promise<ExportPart> {
  const { receipts, hasMore } = await findReceipts(read, filter, rowsPerPart)
  const last = receipts.at(-1)
  return { rows: exportRows(receipts), next: hasMore && last ? (later) => partOf(later, { ...filter, after: { date: last.receiptDate, id: last.id } }) : undefined }
}

function recording(kind: RecordedKind, record: (work: OfficerWork, request: FormRequest) => Promise<Reply>): PostRoute {
  return post(kind === 'evidence' ? paths.evidence : paths.handwritten, rights.create, {
    handle: async (work, request) => (asksForRows(request) ? showForm(work, request, kind) : record(work, request)),
    again: (read, request, { errors: refused }) => {
      const errors = kind === 'evidence' ? withFiles(refused, request) : refused
      return typedForm(read, { request, kind, errors })
    },
    ...(kind === 'evidence' && { uploadBytes: mostUploaded }),
  })
}

/** A browser keeps no chosen file: with anything else refused it is said at once that one must be chosen, or chosen again. */
function withFiles(errors: FieldErrors, { files }: FormRequest): FieldErrors {
  const isChosen = files.some((file) => file.name !== '' || file.bytes.length > 0)
  return { ...errors, files: errors.files ?? (isChosen ? receiptsText.errors.filesAgain : receiptsText.errors.files) }
}

async function showForm(read: OfficerRead, request: FormRequest, kind: RecordedKind): Promise<Reply> {
  if (Object.keys(request.body).length > 0) return typedForm(read, { request, kind, errors: {} })
  const blank = blankInput(kind, randomUUID(), read.today)
  const { after, redo, notice } = request.query
  const choices = await choicesOf(read, request)
  if (isId(redo)) {
    const redone = await getMiskeyed(read, redo)
    return page(views.form, formPage(redoInput(blank, redone), { ...choices, redone }))
  }
  if (kind === 'evidence' && isId(notice)) return page(views.form, formPage(noticeInput(blank, await getOpenNotice(read, notice)), choices))
  if (kind === 'evidence' && request.query.from !== undefined) return page(views.form, formPage(fromUnitInput(blank, askedUnit(request.query), choices.incomes), choices))
  if (!isId(after)) return page(views.form, formPage(blank, choices))
  const input = nextInput(blank, await getReceipt(read, read.actor.organisationId, after))
  return page(views.form, formPage(input, { ...choices, startsAtPayer: true }))
}

async function getMiskeyed(read: OfficerRead, id: string): Promise<Receipt> {
  const receipt = await getReceipt(read, read.actor.organisationId, id)
  if (!isMiskeyed(receipt)) throw new NotFound('miskeyed receipt')
  return receipt
}

async function typedForm(read: OfficerRead, given: { request: FormRequest; kind: RecordedKind; errors: FieldErrors }): Promise<Reply> {
  return page(views.form, formPage(inputOf(given.request, given.kind), await choicesOf(read, given.request), given.errors))
}

/** As typed; a form without its key (a hand-made one) is given a new one. */
function inputOf(request: FormRequest, kind: RecordedKind): ReceiptInput {
  const kept = (name: string) => typed(request, name)
  return {
    kind, formKey: kept('formKey') || randomUUID(), book: kept('book'), sheet: kept('sheet'), evidenceKind: kept('evidenceKind'),
    evidenceReference: kept('evidenceReference'), receiptDate: kept('receiptDate'), payer: kept('payer'), remark: kept('remark'),
    cash: kept('cash'), notice: kept('notice'),
    lines: rowsIn(request.body, 'lines'), transfers: rowsIn(request.body, 'transfers'), cheques: rowsIn(request.body, 'cheques'),
  }
}

/** Sheets that were skipped in this book are named at once. */
async function savedFlash(read: OfficerRead, id: string) {
  const { paper, receiptDate } = await getReceipt(read, read.actor.organisationId, id)
  const name = `${text.kinds[paper.kind]} ${paperName(paper)}`
  if (paper.kind !== 'handwritten') return text.saved(name)
  const missing = await findMissingSheets(read, read.actor.organisationId, fiscalYearOf(receiptDate))
  const skipped = missing.filter((sheets) => sheets.book === paper.book)
  return skipped.length === 0 ? text.saved(name) : { kind: 'warning' as const, text: text.savedWithGap(name, missingText(skipped)) }
}

async function showReceipt(read: OfficerRead, request: FormRequest, refused?: Refused): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const receipt = await getReceipt(read, organisationId, idIn(request.params.id))
  const key = { kind: 'receipt', id: receipt.id }
  return page(views.show, showPage({
    receipt, isSmall: await maySignAlone(read), ofSheet: await findSameSheet(read, receipt), attachments: await findAttachments(read, organisationId, key),
    trail: trailRows(await findTrail(read, organisationId, key), text.trail), officer: read.actor, voucherPath: ledgerPaths.voucher,
  }, refused))
}

async function findSameSheet(read: OfficerRead, { organisationId, paper, receiptDate }: Receipt): Promise<ReceiptHead[]> {
  if (paper.kind !== 'handwritten') return []
  return findOfSheet(read, { organisationId, fiscalYear: fiscalYearOf(receiptDate), book: paper.book, sheet: paper.sheet })
}
