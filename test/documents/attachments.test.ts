import { describe, expect, it } from 'vitest'
import { crc32 } from 'node:zlib'
import { checkFile, safeName } from '../../src/documents/attachments.ts'
import { RuleBroken } from '../../src/platform/errors.ts'
import { pdf, png } from './files.ts'

const file = (name: string, bytes: Buffer) => ({ field: 'files', name, bytes })
const refusal = async (name: string, bytes: Buffer) => checkFile(file(name, bytes)).then(() => 'accepted', (error: RuleBroken) => error.errors.files)

describe('an attached file', () => {
  it('is taken as PDF, PNG, JPEG or XLSX by its bytes', async () => {
    expect((await checkFile(file('ใบสำคัญ.pdf', pdf))).mediaType).toBe('application/pdf')
    expect((await checkFile(file('รูป.PNG', png))).mediaType).toBe('image/png')
    expect((await checkFile(file('a.jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')))).mediaType).toBe('image/jpeg')
    expect((await checkFile(file('ตาราง.xlsx', xlsx()))).mediaType).toContain('spreadsheetml')
  })

  it('is refused when its name tells another story than its bytes', async () => {
    expect(await refusal('ใบสำคัญ.png', pdf)).toBe('นามสกุลของไฟล์ ใบสำคัญ.png ไม่ตรงกับชนิดของไฟล์จริง')
    expect(await refusal('ใบสำคัญ', pdf)).toContain('ไม่ตรงกับชนิด')
  })

  it('is refused when it is something else, whatever its name', async () => {
    expect(await refusal('a.pdf', Buffer.from('<html><script>alert(1)</script>'))).toBe('ไฟล์ a.pdf ไม่ใช่ PDF, PNG, JPEG หรือ XLSX')
    expect(await refusal('a.gif', Buffer.from('GIF89a0000000000000000000000'))).toContain('ไม่ใช่ PDF')
  })

  it('is refused when it is empty or larger than ten megabytes', async () => {
    expect(await refusal('a.pdf', Buffer.alloc(0))).toBe('ไฟล์ a.pdf ไม่มีข้อมูล')
    expect(await refusal('a.pdf', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))).toBe('ไฟล์ a.pdf มีขนาดเกิน 10 เมกะไบต์')
  })
})

describe('the name of a file', () => {
  it('loses folders, control characters and marks that turn the reading direction', () => {
    expect(safeName('../../etc/passwd.pdf')).toBe('etc passwd.pdf')
    expect(safeName('C:\\ใบเสร็จ\\วันที่ 1.PDF')).toBe('C ใบเสร็จ วันที่ 1.pdf')
    expect(safeName('ใบ\u202Efdp.exe\r\n.pdf')).toBe('ใบ fdp.exe.pdf')
    expect(safeName('.pdf')).toBe('เอกสารแนบ.pdf')
  })

  it('stays short and keeps its extension', () => {
    expect(safeName(`${'ก'.repeat(500)}.xlsx`)).toBe(`${'ก'.repeat(120)}.xlsx`)
  })
})

/** The smallest workbook that names itself one: a stored zip of its table of contents. */
function xlsx(): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  const name = Buffer.from('[Content_Types].xml')
  const body = Buffer.from(`<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`)
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt32LE(crc32(body), 14)
  head.writeUInt32LE(body.length, 18)
  head.writeUInt32LE(body.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, body, Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)])
}
