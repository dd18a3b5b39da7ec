import { describe, expect, it } from 'vitest'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'

const office = await testOffice()

describe('a file larger than the form takes', () => {
  it.each([20.1, 25])('of %d MB is told so in Thai, and nothing is recorded', async (megabytes) => {
    const visit = await signIn(office, 'school.finance')
    await visit.open('/receipts/receipts/evidence/new')
    const form = new FormData()
    form.set('files', new File([Buffer.alloc(Math.round(megabytes * 1_048_576))], 'ใหญ่.pdf', { type: 'application/pdf' }))
    await visit.upload('/receipts/receipts/evidence/new', form)
    expect(visit.status).toBe(413)
    expect(visit.text).toContain('ไฟล์มีขนาดใหญ่เกินกำหนด')
    expect(await office.owner('receipts')).toEqual([])
  })
})
