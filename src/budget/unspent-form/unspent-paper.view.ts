// The paper of a document that is a list of lines: head, table, signatures.
import { signer } from '../../documents/index.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { type LineTable, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { deskText } from '../desk.text.ts'
import { numberOf } from '../document/document.view.ts'
import { type BudgetDocument } from '../document/document.ts'

const { columns, paper } = deskText

export interface ListPaper extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export interface ListPaperGiven {
  readonly title: string
  readonly backHref: string
  readonly organisation: string
  readonly mark: string
  readonly lineTable: LineTable
}

export function listPaper(document: BudgetDocument, { title, backHref, organisation, mark, lineTable }: ListPaperGiven): ListPaper {
  return {
    title: `${title} ${numberOf(document)}`, print: { backHref, isLandscape: true }, lineTable,
    printHead: {
      organisation, title, unit: deskText.unit, facts: [
        { label: columns.number, text: numberOf(document) }, { label: columns.date, text: formatThaiDate(document.documentDate) },
        { label: columns.title, text: document.title }, { label: paper.copy, text: mark },
      ],
    },
    signatures: { signers: [signer(paper.maker, document.preparedBy), signer(paper.checker, document.approvedBy), signer(paper.approver, null)] },
  }
}
