// The checker of a unit whose list of claims is not theirs (SUB_ACCOUNT, PAWN_ACCOUNT): they see the claim they check, with its lines and papers, and send it back.
import { describe, expect, it } from 'vitest'
import { documentsRoutes } from '../../../src/documents/index.ts'
import { attachToClaim } from '../../../src/expenditure/claim/claim.service.ts'
import { claimCheckPaths, claimPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Forbidden } from '../../../src/platform/errors.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { pdf } from '../../documents/files.ts'
import { aPerson } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aLao, aSubUnit, organisation } from '../../support/world.ts'
import { aPayee, aSpendingOffice, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase()

describe.each([['05', 'SUB_ACCOUNT'], ['01', 'PAWN_ACCOUNT']])('in a unit of kind %s, %s', (kind, group) => {
  it('reads the claim and its bill, cannot open the list, and returns it with the reason', async () => {
    const { id } = await aSubUnit(db, { lao: await aLao(db), kind })
    const { code } = await db.owner('organisations').where({ id }).first('code')
    const unit = await aSpendingOffice(db, { code })
    const [line = ''] = await anEnactedBudget(unit, [{ code: '5320100', amount: '9000.00' }])
    const claim = await drafted(unit, {
      kind: 'C1', claimDate: calendarDate('2026-11-20'), title: 'ค่าจ้างทำความสะอาด', departmentId: unit.departmentId, payeeId: await aPayee(unit, 'ร้านสะอาด', 'juristic'),
      lines: [{ ...lineOf(line, '5104010112.001', '1234.00'), description: 'จ้างทำความสะอาดเดือนตุลาคม' }], origin: { kind: 'scenario', id: kind },
    })
    await unit.preparer.work((work) => attachToClaim(work, claim, [{ field: 'files', name: 'ใบแจ้งหนี้.pdf', bytes: pdf }]))
    await endorsed(unit, await submitted(unit, claim))

    const { officer } = await aPerson(db, await organisation(db, code), [group])
    const desk = atDesk(db, officer, [...expenditureRoutes, ...documentsRoutes])
    expect(seen((await desk.get(claimCheckPaths.show(claim))).html)).toContain('ค่าจ้างทำความสะอาด')
    const page = await desk.get(claimPaths.show(claim))
    expect(seen(page.html)).toContain('จ้างทำความสะอาดเดือนตุลาคม')
    const [, file = ''] = /href="(\/documents\/attachments\/[^"]+)"/.exec(page.html) ?? []
    expect((await desk.get(file)).reply).toMatchObject({ kind: 'download', body: pdf })
    await expect(desk.get(claimPaths.list)).rejects.toThrow(Forbidden)

    const { version } = await claimNow(unit, claim)
    expect((await desk.post(claimPaths.step(claim, 'return'), { version: String(version), reason: 'ใบแจ้งหนี้ไม่ตรงกับรายการ' })).reply).toMatchObject({ kind: 'redirect' })
    expect(await claimNow(unit, claim)).toMatchObject({ state: 'draft', returnReason: 'ใบแจ้งหนี้ไม่ตรงกับรายการ' })
  })
})
