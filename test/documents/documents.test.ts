import { describe, expect, it } from 'vitest'
import {
  addAttachments, attachmentsView, documentsRoutes, findAttachments, findTrail, getAttachment, nextNumber, printedNumber, printMark, recordChange, recordPrint,
  removeAttachment, trailRows,
} from '../../src/documents/index.ts'
import { fiscalYear } from '../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../src/platform/errors.ts'
import { baht } from '../../src/platform/money.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk } from '../support/desk.ts'
import { aLao, anOfficer, aSubUnit, asOfficer, testYear } from '../support/world.ts'
import { pdf, png } from './files.ts'

const db = await testDatabase()
const slip = { kind: 'remittance', id: '7' }
const upload = (name: string, bytes: Buffer) => ({ field: 'files', name, bytes })

async function anOffice(groups: readonly string[] = ['LAO_FINANCE']) {
  const officer = await anOfficer(db, { at: await aLao(db), groups })
  return { officer, organisationId: officer.organisationId, ...asOfficer(db, officer) }
}

describe('document numbers', () => {
  it('are printed with two digits of the year and five that grow', () => {
    expect(printedNumber('RMT', 1, testYear)).toBe('RMT-00001/70')
    expect(printedNumber('RV', 123456, fiscalYear(2600))).toBe('RV-123456/00')
  })

  it('run without a gap for each office, series and year, even when some documents fail', async () => {
    const office = await anOffice()
    const taken: number[] = []
    await Promise.allSettled(Array.from({ length: 24 }, (_, index) => office.work(async (work) => {
      const number = await nextNumber(work, 'RMT', testYear)
      if (index % 4 === 0) throw new Error('the document fails')
      taken.push(number)
    })))
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
    expect(await office.work((work) => nextNumber(work, 'RSV', testYear))).toBe(1)
    expect(await office.work((work) => nextNumber(work, 'RMT', fiscalYear(2571)))).toBe(1)
    expect(await (await anOffice()).work((work) => nextNumber(work, 'RMT', testYear))).toBe(1)
  })
})

describe('the trail', () => {
  it('tells who did what and what became of it, and nothing of an action that failed', async () => {
    const office = await anOffice()
    await office.work((work) => recordChange(work, { ...slip, action: 'submit', before: { state: 'ร่าง', total: '10.00' }, after: { state: 'นำส่งแล้ว', total: '10.00' } }))
    await office.work((work) => recordChange(work, { ...slip, action: 'return', reason: 'เงินไม่ครบ' }))
    await office.work(async (work) => { await recordChange(work, { ...slip, action: 'cancel' }); throw new Error('fails') }).catch(() => undefined)
    const entries = await office.read((read) => findTrail(read, office.organisationId, slip))
    const trail = trailRows(entries, { actions: { submit: 'ส่ง' }, fields: { state: 'สถานะ', total: 'จำนวนเงิน' } })
    expect(trail.entries.map((entry) => [entry.what, entry.note, entry.changes])).toEqual([
      ['ส่ง', undefined, [{ label: 'สถานะ', before: 'ร่าง', after: 'นำส่งแล้ว' }]],
      ['DOC_RETURN', 'เหตุผล: เงินไม่ครบ', []],
    ])
    expect(trail.entries[0]?.who).toBe(`${office.officer.name} ${office.officer.position}`)
    expect(trail.entries[0]?.when).toBe('20 พ.ย. 2569 12.00 น.')
  })

  it('shows money with commas and satang and days in Thai, and keeps everything else as it was written', async () => {
    const office = await anOffice()
    const bill = { kind: 'bill', id: '3' }
    await office.work((work) => recordChange(work, { ...bill, action: 'edit', before: { total: baht('1234.5'), date: '2026-10-01', sheet: '1500.00' }, after: { total: baht('-1234567'), date: null, sheet: '1501.00' } }))
    await office.work((work) => recordChange(work, { ...bill, action: 'edit', before: { total: 'ไม่ทราบ' }, after: { date: 'ไม่ทราบ' } }))
    const entries = await office.read((read) => findTrail(read, office.organisationId, bill))
    expect(entries[0]).toMatchObject({ before: { total: '1234.50' }, after: { total: '-1234567.00' } })
    const fields = { total: { label: 'จำนวนเงิน', kind: 'money' }, date: { label: 'วันที่', kind: 'date' }, sheet: 'แผ่น' } as const
    expect(trailRows(entries, { actions: {}, fields }).entries.map((entry) => entry.changes)).toEqual([
      [
        { label: 'จำนวนเงิน', before: '1,234.50', after: '-1,234,567.00' }, { label: 'วันที่', before: '1 ต.ค. 2569', after: '-' },
        { label: 'แผ่น', before: '1500.00', after: '1501.00' },
      ],
      [{ label: 'จำนวนเงิน', before: 'ไม่ทราบ', after: '-' }, { label: 'วันที่', before: undefined, after: 'ไม่ทราบ' }],
    ])
  })
})

describe('attachments', () => {
  it('are kept with their document and downloaded as files, never shown as pages', async () => {
    const office = await anOffice()
    await office.work((work) => addAttachments(work, slip, [upload('ใบฝาก.pdf', pdf), upload('รูป.png', png), upload('', Buffer.alloc(0))]))
    const kept = await office.read((read) => findAttachments(read, office.organisationId, slip))
    expect(kept.map((one) => [one.fileName, one.mediaType, one.size])).toEqual([['ใบฝาก.pdf', 'application/pdf', pdf.length], ['รูป.png', 'image/png', png.length]])
    const [first] = attachmentsView(kept).items
    const { reply } = await atDesk(db, office.officer, documentsRoutes).get(first?.href ?? '')
    expect(reply).toEqual({ kind: 'download', fileName: 'ใบฝาก.pdf', type: 'application/pdf', body: pdf })
  })

  it('are all kept or none', async () => {
    const office = await anOffice()
    const added = office.work((work) => addAttachments(work, slip, [upload('ใบฝาก.pdf', pdf), upload('a.pdf', Buffer.from('not a paper'))]))
    await expect(added).rejects.toThrow(RuleBroken)
    await expect(office.work((work) => addAttachments(work, slip, []))).rejects.toMatchObject({ errors: { files: 'โปรดเลือกไฟล์ที่ต้องการแนบ' } })
    expect(await office.read((read) => findAttachments(read, office.organisationId, slip))).toEqual([])
  })

  it('are taken off their own document only, and leave a trace', async () => {
    const office = await anOffice()
    await office.work((work) => addAttachments(work, slip, [upload('ใบฝาก.pdf', pdf)]))
    const [kept] = await office.read((read) => findAttachments(read, office.organisationId, slip))
    const id = kept?.id ?? ''
    await expect(office.work((work) => removeAttachment(work, { kind: 'remittance', id: '8' }, id))).rejects.toThrow(NotFound)
    await office.work((work) => removeAttachment(work, slip, id))
    expect(await office.read((read) => findAttachments(read, office.organisationId, slip))).toEqual([])
    await expect(office.read((read) => getAttachment(read, office.organisationId, id))).rejects.toThrow(NotFound)
    const codes = (await office.read((read) => findTrail(read, office.organisationId, slip))).map((entry) => entry.code)
    expect(codes).toEqual(['DOC_ATTACH', 'DOC_DETACH'])
    expect(await db.owner('attachments').where({ id }).pluck('file_name')).toEqual(['ใบฝาก.pdf'])
  })

  it.each([
    ['claim', 'LAO_VOUCHER_CHECK'], ['claim', 'SUB_ACCOUNT'], ['claim', 'PAWN_ACCOUNT'], ['claim', 'LAO_FIN_HEAD'], ['expense-correction', 'LAO_FIN_HEAD'], ['purchase-request', 'LAO_DEPT_HEAD'], ['contract', 'LAO_PROCURE'],
    ['addendum', 'LAO_PROCURE'], ['acceptance', 'LAO_DEPT_HEAD'], ['guarantee', 'LAO_PROCURE'], ['security-forfeiture', 'LAO_FIN_HEAD'], ['loan', 'LAO_FIN_HEAD'], ['clearing', 'LAO_FIN_HEAD'], ['cheque-report', 'LAO_FIN_HEAD'],
    ['pawn-receipt', 'PAWN_MANAGER'], ['pawn-voucher', 'PAWN_MANAGER'], ['forfeiture', 'PAWN_MANAGER'],
  ])('of a %s are opened by %s, who decides upon it, and by nobody without a right to it', async (kind, group) => {
    const at = await aLao(db)
    const [reader, other] = [await anOfficer(db, { at, groups: [group] }), await anOfficer(db, { at, groups: ['LAO_REVENUE'] })]
    const key = { kind, id: '7' }
    await asOfficer(db, other).work((work) => addAttachments(work, key, [upload('ใบแจ้งหนี้.pdf', pdf)]))
    const [kept] = attachmentsView(await asOfficer(db, reader).read((read) => findAttachments(read, at.id, key))).items
    expect((await atDesk(db, reader, documentsRoutes).get(kept?.href ?? '')).reply).toMatchObject({ kind: 'download', body: pdf })
    await expect(atDesk(db, other, documentsRoutes).get(kept?.href ?? '')).rejects.toThrow(NotFound)
  })

  it('are not taken of a kind that nobody could open', async () => {
    const office = await anOffice()
    await expect(office.work((work) => addAttachments(work, { kind: 'nobody-reads', id: '1' }, [upload('ใบฝาก.pdf', pdf)]))).rejects.toThrow('nobody-reads')
  })

  it('of one office are not there for another, but are for the LAO above it', async () => {
    const lao = await aLao(db)
    const school = await anOfficer(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FINANCE'] })
    await asOfficer(db, school).work((work) => addAttachments(work, slip, [upload('ใบฝาก.pdf', pdf)]))
    const [kept] = await asOfficer(db, school).read((read) => findAttachments(read, school.organisationId, slip))
    const address = `/documents/attachments/${school.organisationId}/${kept?.id}`
    const stranger = (await anOffice()).officer
    await expect(atDesk(db, stranger, documentsRoutes).get(address)).rejects.toThrow(NotFound)
    await expect(atDesk(db, stranger, documentsRoutes).get('/documents/attachments/1/x')).rejects.toThrow(NotFound)
    const parent = await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] })
    expect((await atDesk(db, parent, documentsRoutes).get(address)).reply.kind).toBe('download')
    await expect(asOfficer(db, parent).work((work) => removeAttachment(work, slip, kept?.id ?? ''))).rejects.toThrow(NotFound)
  })
})

describe('printing', () => {
  it('gives one original; every later paper is a copy', async () => {
    const office = await anOffice()
    const print = () => office.work((work) => recordPrint(work, slip))
    expect([await print(), await print(), await print()].map(printMark)).toEqual(['ต้นฉบับ', 'สำเนา', 'สำเนา'])
  })
})
