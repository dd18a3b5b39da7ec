import { describe, expect, it } from 'vitest'
import { testOffice } from '../../support/app.ts'
import { codeFor, signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
const closing = {
  kind: 'closed', province: '', startDate: '20/11/2569', startTime: '11:00', endDate: '22/11/2569', endTime: '๑๘:๐๐',
  letter: 'มท 0808.4/ว 1 ลงวันที่ 19 พ.ย. 2569', notice: 'ปิดปรับปรุงระบบ',
}

async function order(visit: Visit, values: Record<string, string>): Promise<Visit> {
  await visit.open('/admin/orders/new')
  return visit.submit(values, '/admin/orders/new')
}

describe('orders of the department', () => {
  it('a bad order is refused at its fields with the input kept, and nothing is recorded', async () => {
    const visit = await signIn(office, 'dla.sysadmin')
    await order(visit, { ...closing, endDate: '31/02/2570', endTime: '25:00', letter: '' })
    expect(visit.status).toBe(422)
    expect(visit.text).toContain('วันที่ไม่ถูกต้อง')
    expect(visit.text).toContain('เวลาไม่ถูกต้อง')
    expect(visit.text).toContain('กรุณากรอกเลขที่หนังสือ/คำสั่ง')
    expect(visit.html).toContain('ปิดปรับปรุงระบบ')
    await order(visit, { ...closing, audiences: 'LAO', endDate: '19/11/2569' })
    expect(visit.text).toContain('เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม')
    await order(visit, closing)
    expect(visit.text).toContain('กรุณาเลือกผู้ใช้ที่จะปิดระบบอย่างน้อยหนึ่งกลุ่ม')
    expect(await office.owner('system_windows').where({ letter: closing.letter })).toEqual([])
  })

  it('a closure shuts its audience out at once, those inside too, and ends when it is ended', async () => {
    const clerk = await signIn(office, 'school.clerk')
    const admin = await signIn(office, 'dla.sysadmin')
    await order(admin, { ...closing, audiences: 'SUB' })
    expect(admin.path).toBe('/admin/orders')
    expect(admin.text).toContain('บันทึกคำสั่งแล้ว')
    await clerk.open('/')
    expect(clerk.path).toContain('/login?ended=withdrawn')
    await clerk.submit({ username: 'school.clerk', password: 'Thale-Saen-Suk-69' })
    expect(clerk.text).toContain('ระบบปิดการใช้งานระหว่างวันที่ 20 พ.ย. 2569 11.00 น. ถึง 22 พ.ย. 2569 18.00 น.')
    const { id } = await office.owner('system_windows').where({ letter: closing.letter }).first('id')
    await admin.submit({}, `/admin/orders/closed/${id}/end`)
    expect(admin.text).toContain('ยุติคำสั่งแล้ว')
    expect((await signIn(office, 'school.clerk')).path).toBe('/')
    await admin.post(`/admin/orders/closed/${id}/end`)
    expect(admin.status).toBe(409)
  })

  it('an order that ThaiD is down is told at sign-in and on the status page, and lapses at its end', async () => {
    const admin = await signIn(office, 'dla.sysadmin')
    await order(admin, { ...closing, kind: 'thaid', notice: 'กรมการปกครองปิดปรับปรุง ThaiD' })
    const visit = office.visit()
    expect((await visit.open('/login')).text).toContain('กรมการปกครองปิดปรับปรุง ThaiD')
    expect((await visit.open('/status')).text).toContain('ขัดข้อง')
    office.clock.advance(3 * 86400)
    expect((await visit.open('/login')).text).not.toContain('กรมการปกครองปิดปรับปรุง ThaiD')
  })

  it('needs a fresh proof: after ten minutes the form waits while a code is proven, and comes back filled', async () => {
    const admin = await signIn(office, 'dla.sysadmin')
    office.clock.advance(660)
    await order(admin, { ...closing, kind: 'sign_in', notice: 'ทดสอบการยืนยันซ้ำ' })
    expect(admin.path).toContain('/step-up')
    await admin.submit({}, '/step-up')
    await admin.submit({ code: await codeFor(office, 'dla.sysadmin@example.com') }, '/sign-in/otp')
    expect(admin.path).toBe('/admin/orders/new')
    expect(admin.text).toContain('พบข้อมูลที่กรอกค้างไว้')
    await admin.open('/admin/orders/new?draft=1')
    expect(admin.html).toContain('ทดสอบการยืนยันซ้ำ')
  })

  it('nobody but the department orders anything, not even in SQL', async () => {
    const head = await signIn(office, 'saensuk.head')
    expect((await head.open('/admin/orders')).status).toBe(403)
    const town = await office.owner('organisations').where({ code: '4200103' }).first('id')
    const attempt = office.database.knex.transaction(async (sql) => {
      await sql.raw(`select set_config('role', 'laas_app', true), set_config('laas.scope', 'lao', true), set_config('laas.organisation_id', ?, true)`, [town.id])
      await sql('service_orders').insert({ service: 'mail', notice: 'x', ordered_by: 'x', letter: 'x', starts_at: office.clock.now(), ends_at: '2030-01-01' })
    })
    await expect(attempt).rejects.toThrow('row-level security')
  })
})
