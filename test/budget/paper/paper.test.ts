import { describe, expect, it } from 'vitest'
import { paperLinks, paperNames } from '../../../src/budget/paper/paper.view.ts'
import { linePaths } from '../../../src/budget/budget.paths.ts'
import { ordinancePaths } from '../../../src/budget/ordinance.paths.ts'
import { paperPaths, reportPaths } from '../../../src/budget/report.paths.ts'
import { paperText } from '../../../src/budget/report-ordinance.text.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice, documentOf } from '../world.ts'
import { anOrdinance, enact, ordinanceLines } from './an-ordinance.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const neighbour = await aBudgetOffice(office, { code: '4200102' })
const id = await anOrdinance(saensuk, ordinanceLines, { personnel: 'จำเป็นต้องมีบุคลากรดูแลศูนย์พัฒนาเด็กเล็ก' })
const foreign = await anOrdinance(neighbour)
const clerk = await signIn(office, 'saensuk.budget')

const told = async (address: string) => (await clerk.open(address)).text

describe('the print set of an ordinance', () => {
  it('stands on one page, and every paper of it opens and prints', async () => {
    const index = await told(reportPaths.index)
    for (const name of paperNames) {
      expect(index).toContain(paperText.titles[name])
      expect([await told(paperPaths[name]), clerk.status]).toEqual([expect.stringContaining(paperText.titles[name]), 200])
      expect([await told(`${paperPaths[name]}/print`), clerk.status]).toEqual([expect.stringContaining(paperText.titles[name]), 200])
    }
  })

  it('is told to the page of the document as links', async () => {
    const links = paperLinks(await documentOf(saensuk, id, 'annual'))
    expect(links).toHaveLength(11)
    const { html } = await clerk.open(ordinancePaths.show(id))
    for (const { href } of links) expect(html).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
    for (const { href } of links) expect([await told(href), clerk.status]).toEqual([expect.stringMatching(/ร่าง/), 200])
  })

  it('estimates revenue by category, with three years past and the change in per cent', async () => {
    const text = await told(paperPaths.revenues)
    expect(text).toMatch(/หมวดภาษีอากร\s*ภาษีโรงเรือนและที่ดิน\s*100,000.00\s*200,000.00\s*10,000,000.00\s*1,000,000.00\s*95.00\s*1,950,000.00/)
    expect(text).toMatch(/รวมหมวดภาษีอากร\s*200,000.00\s*400,000.00\s*20,000,000.00\s*2,000,000.00\s*0.00\s*2,000,000.00/)
    expect(text).toMatch(/รวมทั้งสิ้น[\s\d,.-]*42,050,000.00/)
    expect(text).toMatch(/ปี 2566\s*ปี 2567\s*ปี 2568/)
  })

  it('estimates expenditure under plan, task, type and category, each with its sum', async () => {
    const text = await told(paperPaths.expenditures)
    for (const sum of ['รวมหมวดเงินเดือน (ฝ่ายการเมือง)', 'รวมงบบุคลากร', 'รวมงานบริหารทั่วไป', 'รวมแผนงานบริหารงานทั่วไป']) expect(text).toContain(sum)
    expect(text).toMatch(/รวมงบบุคลากร[\s\d,.-]*18,900,000.00/)
    expect(text).toMatch(/รวมทั้งสิ้น[\s\d,.-]*42,000,000.00/)
  })

  it('goes into files with its headings as columns and no sums to count twice', async () => {
    await clerk.peek(`${paperPaths.expenditures}/csv`)
    expect(clerk.html).toContain('แผนงาน,งาน,งบ,หมวด,ประเภท/โครงการ,รายจ่ายจริง ปี 2566')
    expect(clerk.html).toMatch(/งบบุคลากร,หมวดเงินเดือน \(ฝ่ายการเมือง\),เงินเดือนนายก\/รองนายก,100.00,200.00,300.00,400.00,"299,900.00",1200000.00/)
    expect(clerk.html).not.toContain('รวม')
    await clerk.peek(`${paperPaths.revenues}/xlsx`)
    expect([clerk.status, clerk.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    await clerk.peek(`${paperPaths.speech}/csv`)
    expect(clerk.status).toBe(404)
  })

  it('crosses tasks and types, and the sums of both ways meet', async () => {
    const text = await told(paperPaths.tasksByType)
    expect(text).toMatch(/รวมทั้งสิ้น\s*1,000,000.00\s*18,900,000.00\s*1,750,000.00\s*19,300,000.00\s*1,050,000.00\s*42,000,000.00/)
  })

  it('holds personnel cost against section 35, subsidies taken off, and tells why it is over', async () => {
    const text = await told(paperPaths.personnel)
    expect(text).toMatch(/รวมค่าใช้จ่ายด้านบุคลากร\s*17,200,000.00\s*40.95/)
    expect(text).toContain('เกินร้อยละ 40 ตามพระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น พ.ศ. 2542 มาตรา 35')
    expect(text).toContain('จำเป็นต้องมีบุคลากรดูแลศูนย์พัฒนาเด็กเล็ก')
  })

  it('holds subsidies against the ceiling of own revenue', async () => {
    const text = await told(paperPaths.subsidies)
    expect(text).toContain('อุดหนุนโรงเรียนบ้านหนองน้ำใส โครงการอาหารกลางวัน')
    expect(text).toMatch(/30,000,000.00[\s\S]*ร้อยละ 3[\s\S]*900,000.00[\s\S]*-150,000.00/)
  })

  it('says every line in running text, with what it rests on and from which money', async () => {
    const text = await told(paperPaths.expenditureDetails)
    expect(text).toContain('จ่ายจากรายได้จัดเก็บเองและภาษีจัดสรร 41,200,000.00 บาท จ่ายจากเงินอุดหนุนทั่วไป 800,000.00 บาท')
    expect(text).toContain('จำนวน 1 สาย สถานที่ หมู่ที่ 3 เป็นไปตามแผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570) หน้า 45 ลำดับที่ 12 ตั้งจ่ายจากเงินรายได้')
    expect(text).toContain('ตั้งจ่ายจากเงินรายได้ 500,000.00 บาท และเงินอุดหนุนทั่วไป 300,000.00 บาท')
  })

  it('is an ordinance in seven clauses, its sum in words and its figures in Thai on paper', async () => {
    const text = await told(`${paperPaths.ordinance}/print`)
    expect(text).toContain('ร่างเทศบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ๒๕๗๐')
    for (const clause of ['ข้อ ๑', 'ข้อ ๒', 'ข้อ ๓', 'ข้อ ๔', 'ข้อ ๕ งบประมาณรายจ่ายเฉพาะการ ไม่มี', 'ข้อ ๖', 'ข้อ ๗']) expect(text).toContain(clause)
    expect(text).toContain('๔๒,๐๐๐,๐๐๐.๐๐ บาท (สี่สิบสองล้านบาทถ้วน)')
    expect(text).toContain('ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๙ เป็นต้นไป')
    expect(text).toContain('ประกาศ ณ วันที่ ....')
    expect(await told(`${paperPaths.ordinance}/print?digits=arabic`)).toContain('42,000,000.00 บาท (สี่สิบสองล้านบาทถ้วน)')
    expect(await told(`${paperPaths.revenues}/print?digits=thai`)).toContain('๔๒,๐๕๐,๐๐๐.๐๐')
  })

  it('begins with the speech of the executive, the figures of the books and the words of the author', async () => {
    const text = await told(`${paperPaths.speech}/print?digits=arabic`)
    expect(text).toContain('ท่านประธานสภาเทศบาล และสมาชิกสภาเทศบาล')
    expect(text).toMatch(/ปีงบประมาณ พ.ศ. 2569 ณ วันที่ 30 กันยายน 2569[\s\S]*เงินฝากธนาคาร[\s\S]*เงินสะสม[\s\S]*เงินทุนสำรองเงินสะสม[\s\S]*ฐานะการคลังมั่นคง/)
    expect(text).toMatch(/ประมาณการรายรับรวม\s*42,050,000.00 บาท[\s\S]*ประมาณการรายจ่ายรวม\s*42,000,000.00 บาท/)
    expect(await told(paperPaths.principles)).toContain('เพื่อให้การบริหารราชการเป็นไปตามแผนพัฒนาท้องถิ่น')
    expect(await told(paperPaths.basicData)).toContain('4200103')
  })

  it('is a year without an ordinance, and says so', async () => {
    for (const name of paperNames) {
      expect([await told(`${paperPaths[name]}?year=2560`), clerk.status]).toEqual([expect.stringContaining(paperText.none), 200])
    }
    await clerk.peek(`${paperPaths.revenues}/csv?year=2560`)
    expect(clerk.status).toBe(200)
    expect(await told(`${linePaths.list}?year=2560`)).toContain('ยังไม่มีรายการงบประมาณตามเงื่อนไขนี้')
  })

  it('shows nothing of another office, by no address', async () => {
    for (const path of [...Object.values(paperPaths), reportPaths.actual, linePaths.list]) {
      await clerk.peek(`${path}?organisation=${neighbour.organisationId}`)
      expect([path, clerk.status]).toEqual([path, 404])
    }
    await clerk.peek(`${paperPaths.ordinance}?document=${foreign}`)
    expect(clerk.status).toBe(404)
  })

  it('is for those who may look at budget reports', async () => {
    const collector = await signIn(office, 'saensuk.revenue')
    for (const path of Object.values(paperPaths)) {
      await collector.peek(path)
      expect([path, collector.status]).toEqual([path, 403])
    }
  })

  it('is a draft no more once it is in force', async () => {
    await enact(saensuk, id)
    const text = await told(paperPaths.revenues)
    expect(text).toContain('ประกาศใช้แล้ว')
    expect(text).not.toContain('(ร่าง)')
  })
})
