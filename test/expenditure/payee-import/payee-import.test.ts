import { describe, expect, it } from 'vitest'
import { importPayees } from '../../../src/expenditure/payee-import/payee-import.service.ts'
import { heads, payeeSheet } from '../../../src/expenditure/payee-import/payee-import.ts'
import { faultsOfSheet, readSheetRows } from '../../../src/documents/sheet-rows.ts'
import { payeeText } from '../../../src/expenditure/payee.text.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { readSheet } from '../../../src/platform/sheet-reader.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayee, aPayeeOffice, taxIdOf, type PayeeOffice } from '../payee/payees.ts'

const db = await testDatabase()
const { errors } = payeeText.import
const head = [heads.name, heads.kind, heads.taxId, heads.branch, heads.isVatRegistered].join(',')

async function bring(office: PayeeOffice, ...rows: readonly string[]): Promise<number> {
  const sheet = await readSheet(Buffer.from([head, ...rows].join('\n')))
  if (typeof sheet === 'string') throw new Error(sheet)
  return office.clerk.work((work) => importPayees(work, sheet))
}

describe('payees from a file', () => {
  it('are taken in with the noughts that a spreadsheet dropped', async () => {
    const office = await aPayeeOffice(db)
    const taxId = taxIdOf(500)
    expect(await bring(office, `ร้าน ก,${payeeText.kinds.juristic},${taxId.replace(/^0/, '')},,${payeeText.yes}`, `การไฟฟ้าส่วนภูมิภาค,${payeeText.kinds.state_body},,,`)).toBe(2)
    const rows = await db.owner('payees').where('organisation_id', office.organisation.id).orderBy('id').select('name', 'tax_id', 'kind', 'is_vat_registered')
    expect(rows).toEqual([
      { name: 'ร้าน ก', tax_id: taxId, kind: 'juristic', is_vat_registered: true }, { name: 'การไฟฟ้าส่วนภูมิภาค', tax_id: null, kind: 'state_body', is_vat_registered: false },
    ])
  })

  it('are refused all together, each fault by its row of the sheet (E_IMPORT)', async () => {
    const office = await aPayeeOffice(db)
    const known = taxIdOf(501)
    await aPayee(office.clerk, { taxId: known })
    const error = await bring(office, `ร้าน ก,นิติบุคคล,${known},,`, 'ร้าน ข,อะไร,1,,', `ร้าน ค,นิติบุคคล,${taxIdOf(502)},,`, `ร้าน ง,นิติบุคคล,${taxIdOf(502)},,`)
      .then(() => undefined, (refusal: unknown) => refusal)
    if (!(error instanceof RuleBroken)) throw new Error('the file was taken')
    expect(faultsOfSheet(error.errors, heads).map(({ row, column, message }) => [row, column, message])).toEqual([
      [3, heads.kind, payeeText.errors.kind], [2, heads.taxId, payeeText.errors.taken], [5, heads.taxId, errors.twin],
    ])
    expect(await db.owner('payees').where('organisation_id', office.organisation.id)).toHaveLength(1)
  })

  it('that say nothing, or without the columns, are told as a whole', () => {
    expect(readSheetRows([['ชื่อ']], payeeSheet)).toBe(errors.noHeads([heads.kind, heads.taxId].join(', ')))
    expect(readSheetRows([head.split(',')], payeeSheet)).toBe(errors.noRows)
  })
})
