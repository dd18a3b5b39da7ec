import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { galleryModel as sample } from '../../../src/development/gallery.ts'
import {
  choice, date, errorSummary, field, lineEditor, lineTable, money, select, type Frame,
} from '../../../src/platform/http/components.ts'
import { renderPage, renderView } from '../../../src/platform/http/templates.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'

const frame: Frame = {
  title: 'ใบนำส่งเงิน', csrfToken: 'token-1', homeHref: '/',
  person: { name: 'นายสมหมาย ใจดี', position: 'ครูผู้ช่วย', profileHref: '/profile', signOutAction: '/sign-out' },
  organisation: { name: 'เทศบาลเมืองทดสอบ', fiscalYear: 'ปีงบประมาณ 2568' },
  menu: sample.menu, breadcrumb: [{ text: 'หน้าหลัก', href: '/' }, { text: 'ใบนำส่งเงิน' }],
  idle: { seconds: 1800, warnSeconds: 150, keepAliveAction: '/keep', endedHref: '/login' },
  footer: { links: [{ text: 'ติดต่อเรา', href: '/contact' }], updated: 'ปรับปรุงล่าสุด 17 ก.ย. 2567' },
}

const csrf = { csrfToken: 'token-1' }
const gallery = { ...sample, csrf }
const component = (name: string, model: object) => renderView(`components/${name}`, { csrf, ...model })

/** Every input, select and textarea that a person sees has a label of its own; ids are unique. */
function unlabelled(html: string): string[] {
  const controls = [
    ...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g),
  ].map(([tag]) => tag).filter((tag) => !tag.includes('type="hidden"'))
  const labels = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]))
  return controls.filter((tag) => !labels.has(/ id="([^"]+)"/.exec(tag)?.[1]))
}

describe('pages and layouts', () => {
  it('a page with every component stands in the layout of a signed-in officer', async () => {
    const html = await renderPage({ view: 'development/gallery', model: gallery, frame, layout: 'app' })
    expect(html).toContain('<html lang="th">')
    expect(html).toContain('<title>ใบนำส่งเงิน – New e-LAAS</title>')
    expect(html).toContain('<a class="skip" href="#main">')
    expect(html).toMatch(/<form method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="token-1">/)
    expect(html).toContain('<a href="/b" aria-current="page">ใบนำส่งเงิน</a>')
    expect(html).not.toMatch(/undefined|\[object|style="|<script(?![^>]*src=)/)
    expect(unlabelled(html)).toEqual([])
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('every link of the error summary leads to something on the page', async () => {
    const html = await renderPage({ view: 'development/gallery', model: gallery, frame: { ...frame, hasErrors: true }, layout: 'app' })
    const targets = [...html.matchAll(/<li><a href="#([^"]+)"/g)].map((match) => match[1])
    expect(html).toContain('<title>ข้อผิดพลาด: ใบนำส่งเงิน')
    expect(targets).toHaveLength(3)
    for (const target of targets) expect(html).toContain(` id="${target}"`)
  })

  it('a sign-in page names the department and nobody else', async () => {
    const aside = { lists: [{ heading: 'ข่าวสารอัปเดต', links: [{ text: 'ข่าว', href: '/news/1' }] }] }
    const html = await renderPage({ view: 'components/popup', model: { popup: { heading: 'ก', text: 'ข', links: [] } }, frame: { title: 'เข้าสู่ระบบ', csrfToken: 't', homeHref: '/login', aside }, layout: 'plain' })
    expect(html).toContain('กรมส่งเสริมการปกครองท้องถิ่น')
    expect(html).toContain('<a href="/news/1">ข่าว</a>')
    expect(html).not.toContain('ออกจากระบบ')
  })

  it('an official print carries its date of printing and its signers', async () => {
    const signers = [{ role: 'ผู้นำส่งเงิน', name: 'นายสมหมาย ใจดี', position: 'ครูผู้ช่วย' }]
    const print = { printedAt: '17 ก.ย. 2567', backHref: '/slips/1', isLandscape: true }
    const html = await renderPage({
      view: 'components/signatures', model: { signatures: { signers } }, frame: { title: 'ใบนำส่งเงิน', csrfToken: 't', homeHref: '/', print }, layout: 'print',
    })
    expect(html).toContain('<body class="print is-landscape">')
    expect(html).toContain('วันที่พิมพ์ 17 ก.ย. 2567')
    expect(html).toContain('(นายสมหมาย ใจดี)')
  })

  it('a variable the page forgot is an error, not a gap', async () => {
    await expect(component('page-header', {})).rejects.toThrow('pageHeader is not defined')
    await expect(renderPage({ view: 'development/gallery', model: {}, frame, layout: 'app' })).rejects.toThrow('pageHeader is not defined')
  })

  it('a button that posts cannot be drawn on a page without a token', async () => {
    await expect(renderView('components/actions', { actions: sample.actions })).rejects.toThrow('csrf is not defined')
  })

  it('what an officer types is shown as text, never as markup', async () => {
    const evil = '"><script>alert(1)</script>'
    const html = await component('field', { field: field({ name: 'a', label: evil, value: evil, hint: evil, error: evil }) })
    expect(html).not.toContain('<script>')
    expect(html.match(/&#34;&gt;&lt;script&gt;/g)).toHaveLength(4)
  })

  it('unescaped output stands only before include and once per layout', () => {
    const views = join(projectFolder, 'views')
    const names = readdirSync(views, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ejs') && /components|layouts|development/.test(name),
    )
    const others = names.flatMap(
      (name) => (readFileSync(join(views, name), 'utf8').match(/<%-(?!\s*include\().*/g) ?? []).map((found) => `${name}: ${found}`),
    )
    expect(others.sort()).toEqual(['layouts/app.ejs: <%- body %>', 'layouts/plain.ejs: <%- body %>', 'layouts/print.ejs: <%- body %>'])
  })
})

describe('components', () => {
  it('a cell of a table carries its column for the card of the phone', async () => {
    const html = await component('line-table', { lineTable: sample.trialBalance })
    expect(html).toContain('data-label="ยอดยกมา เดบิต" class="is-money">3,780,047.10')
    expect(html).toContain('class="is-money is-negative">(10,000.00)')
    expect(html).toContain('<th scope="colgroup" role="columnheader" class="is-group" colspan="2">ยอดยกมา</th>')
    expect(html).toMatch(/class="is-grand">\s*<th role="rowheader" scope="row" colspan="2">รวม/)
  })

  it('an empty table says so across all its columns', async () => {
    const html = await component('line-table', { lineTable: sample.emptyTable })
    expect(html).toContain('<td role="cell" colspan="3">ไม่มีใบเสร็จรับเงินค้างนำส่ง</td>')
  })

  it('a row with a cell too many is refused when it is made', () => {
    const columns = [{ label: 'เลขที่', kind: 'code' as const }]
    expect(() => lineTable({ caption: 'ก', empty: 'ข', columns, rows: [['1', '2']] })).toThrow(RangeError)
  })

  it('a status is told by words and by the shape of its icon', async () => {
    expect(await component('status', { status: { kind: 'refused', text: 'ส่งคืนแก้ไข' } })).toMatch(/is-refused">.*#refused.*ส่งคืนแก้ไข/)
  })

  it('a field in error is described by its hint and its error', async () => {
    const html = await component(
      'field',
      {
        field: field({ name: 'email', label: 'อีเมล', type: 'email', hint: 'ใช้รับรหัส', error: 'รูปแบบอีเมลไม่ถูกต้อง', required: true }),
      },
    )
    expect(html).toContain('aria-describedby="email-hint email-error"')
    expect(html).toMatch(/id="email-error">.*รูปแบบอีเมลไม่ถูกต้อง/s)
    expect(html).toContain('aria-required="true" aria-invalid="true"')
  })

  it('a password is never sent back to the browser', async () => {
    const html = await component('field', { field: field({ name: 'p', label: 'รหัสผ่าน', type: 'password', value: 'Secret1@' }) })
    expect(html).not.toContain('Secret1@')
    expect(html).toContain('data-reveals="p"')
  })

  it('a number is text with a number keyboard', async () => {
    expect(
      await component('field', { field: field({ name: 'n', label: 'จำนวน', type: 'number' }) }),
    ).toContain('type="text" value="" inputmode="numeric"')
  })

  it('select, choice, date and money keep what was chosen', async () => {
    const options = [{ value: '1', text: 'หนึ่ง' }, { value: '2', text: 'สอง' }]
    expect(
      await component('select', { select: select({ name: 's', label: 'ก', options, value: '2' }) }),
    ).toContain('<option value="2" selected>สอง')
    const radios = await component('choice', { choice: choice({ name: 'c', label: 'ก', type: 'radio', options, values: ['2'] }) })
    expect(radios).toContain('id="c" name="c" value="1">')
    expect(radios).toContain('id="c-1" name="c" value="2" checked>')
    expect(
      await component('date', { date: date({ name: 'd', label: 'ก', value: '17/09/2567' }) }),
    ).toContain('value="17/09/2567" aria-describedby="d-hint"')
    expect(await component('money', { money: money({ name: 'm', label: 'ก', value: '1.00' }) })).toMatch(/value="1.00"[\s\S]*บาท/)
  })

  it('the line editor works without script: blank rows, dotted names, a button for more', async () => {
    const editor = lineEditor({
      name: 'lines', caption: 'รายการ', columns: [
        { name: 'amount', label: 'จำนวนเงิน', kind: 'money', isTotalled: true },
      ], rows: [{ amount: '5.00' }], blankRows: 2,
      errors: { 'lines.2.amount': 'กรุณากรอกจำนวนเงิน' }, totals: { amount: '5.00' }, addRows: {
        name: 'more', value: '5', label: 'เพิ่มแถว',
      },
    })
    const html = await component('line-editor', { lineEditor: editor })
    expect(
      [...html.matchAll(/<input id="([^"]+)"/g)].map((match) => match[1]),
    ).toEqual(['lines.0.amount', 'lines.1.amount', 'lines.2.amount'])
    expect(html).toContain('aria-describedby="lines.2.amount-error"')
    expect(html).toContain('<button class="button secondary small" name="more" value="5"')
    expect(html).toContain('<output data-total="amount">5.00</output>')
    expect(unlabelled(html)).toEqual([])
  })

  it('an editor of seven columns is wide: its boxes are narrower, its rows stand as cards earlier', async () => {
    const of = (count: number) => component('line-editor', { lineEditor: lineEditor({
      name: 'lines', caption: 'รายการ', columns: Array.from({ length: count }, (_, each) => ({ name: `c${each}`, label: `ช่อง ${each}`, kind: 'text' as const })),
      rows: [], blankRows: 1, addRows: { name: 'more', value: '5', label: 'เพิ่มแถว' },
    }) })
    expect(await of(7)).toContain('class="table-wrap editor is-wide"')
    expect(await of(6)).toContain('class="table-wrap editor"')
  })

  it('every button of a lifecycle posts token and version, or leads to the page that asks again', async () => {
    const html = await component('actions', { actions: sample.actions })
    expect(html.match(/name="_csrf" value="token-1"/g)).toHaveLength(2)
    expect(html.match(/name="version" value="3"/g)).toHaveLength(2)
    expect(html).toContain('<a class="button danger" href="/development/gallery">ยกเลิกใบนำส่งเงิน</a>')
    expect(html).toContain('<label for="return-reason">')
  })

  it('no errors, no summary', async () => {
    expect((await component('error-summary', { errorSummary: errorSummary() })).trim()).toBe('')
  })

  it('a message for the whole form stands in the summary without a link', async () => {
    expect(
      await component('error-summary', { errorSummary: errorSummary({ '': 'มีผู้แก้ไขเอกสารนี้แล้ว' }) }),
    ).toContain('<li>มีผู้แก้ไขเอกสารนี้แล้ว</li>')
  })

  it('the one-time code names the clock time for readers without script, and hides the resend button until its minute', async () => {
    const html = await component('countdown', { countdown: sample.countdown })
    expect(html).toContain('(ใช้ได้ถึง 14.35 น.)')
    expect(await component('countdown', { countdown: { ...sample.countdown, seconds: 0 } })).not.toContain('data-countdown')
    const resend = await component('resend', { resend: sample.countdown.resend })
    expect(resend).toMatch(/data-reveal-at="240" hidden>/)
    expect(resend).toContain('<noscript><p class="hint">หากยังไม่ได้รับรหัส')
    const later = await component('resend', { resend: { ...sample.countdown.resend, isAvailable: true } })
    expect(later).toMatch(/data-reveal-at="240">/)
  })

  it('the server’s verdict on the five password rules can be read without script', async () => {
    const html = await component('password-rules', { passwordRules: sample.passwordRules })
    expect(html.match(/>ผ่านแล้ว</g)).toHaveLength(2)
    expect(html.match(/>ยังไม่ผ่าน</g)).toHaveLength(3)
  })
})
