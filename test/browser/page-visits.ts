// Who looks at which page. Routes without a parameter are visited by the first person who holds their permission;
// every other page, and every state worth a look of its own, has its row here.
import { instant } from '../../src/platform/dates.ts'
import { type GetRoute } from '../../src/platform/http/route.ts'
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { type TestOffice } from '../support/app.ts'
import { type Screen } from '../support/browser.ts'
import { demoPerson, standAt } from '../support/journey.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Visit } from '../support/visit.ts'

export interface PageVisit {
  /** The page and its state: the test's name. */
  readonly name: string
  readonly address: string
  readonly as?: () => Promise<Visit>
  /** A page that our own script would leave at once is looked at without it. */
  readonly standsStill?: boolean
  /** How the page answers at first; 200 unless said otherwise. */
  readonly status?: number
  /** What is done once there. */
  readonly then?: (screen: Screen) => Promise<unknown>
}

/** Everything but files to be saved and answers to scripts. */
export function isPage({ path }: GetRoute): boolean {
  return !path.startsWith('/documents/attachments/') && !/\/(csv|xlsx|txt|search|available)$/.test(path)
}

type Rows = Readonly<Record<string, readonly Omit<PageVisit, 'address'>[]>>

/** Pages of the journey: each shows itself only to whoever stands at its step. */
export function stepVisits(office: TestOffice): Rows {
  const at = (username: string, step: string) => () => standAt(office, { username, step })
  const mailed = (username: string, seconds = 0) => async () => {
    const visit = await standAt(office, { username, step: 'otp' })
    await office.sendMail()
    office.clock.advance(seconds)
    return visit
  }
  const downAtThaid = async (screen: Screen) => {
    office.thaid.goDown()
    await screen.page.reload()
    office.thaid.goDown(false)
  }
  const today = office.clock.now()
  const before2568 = () => {
    office.clock.set(instant('2024-10-20T03:00:00Z'))
    return standAt(office, { username: 's671130305002', step: 'profile' })
  }
  const backToToday = async () => office.clock.set(today)
  return {
    '/sign-in/citizen-id': [
      { name: 'the 13 digits', as: at('prov71', 'citizen-id') },
      { name: 'the 13 digits, mistyped', as: at('prov71', 'citizen-id'), then: (screen) => screen.send({ citizenId: '1234567890123' }, 'ยืนยัน') },
    ],
    '/sign-in/thaid': [
      { name: 'before ThaiD', as: at('ktb303', 'thaid') },
      { name: 'ThaiD is down', as: at('ktb303', 'thaid'), then: downAtThaid },
      { name: 'not registered with ThaiD, as a pop-up', as: async () => unregistered(office, await byThaid(office, 'saensuk.exec'), 'saensuk.exec') },
    ],
    '/sign-in/thaid/return': [{ name: 'back from ThaiD', standsStill: true }],
    '/sign-in/profile': [{ name: 'the profile before February 2568', as: before2568, then: backToToday }],
    '/sign-in/thaid-not-found': [{ name: 'not registered with ThaiD', as: async () => notFound(office, 's671130305001') }],
    '/sign-in/person': [{ name: 'the person ThaiD told of', as: at('dla.new', 'person') }],
    '/sign-in/email': [
      { name: 'the e-mail', as: at('s420010301001', 'email') },
      { name: 'the e-mail, mistyped', as: at('s420010301001', 'email'), then: (screen) => screen.send({ email: 'ktb303 at gmail' }, 'ยืนยัน') },
    ],
    '/sign-in/otp': [
      { name: 'the code, mail on its way', as: at('saensuk.head', 'otp') },
      { name: 'the code, running', as: mailed('saensuk.head') },
      { name: 'the code, wrong', as: mailed('saensuk.head'), then: (screen) => screen.send({ code: '000000' }, 'ยืนยัน') },
      { name: 'the code, to be sent again', as: mailed('saensuk.finance', 90) },
      { name: 'the code, expired', as: mailed('saensuk.revenue', 301) },
    ],
    '/sign-in/new-password': [
      { name: 'the new password', as: at('s420010301001', 'new-password') },
      { name: 'the new password, too simple', as: at('s420010301001', 'new-password'), then: (screen) => screen.send({ password: 'abcdefg1', again: 'abcdefg1' }, 'บันทึก') },
    ],
  }
}

async function byThaid(office: TestOffice, username: string): Promise<Visit> {
  const visit = await standAt(office, { username, step: 'otp' })
  return visit.submit({}, '/sign-in/otp/by-thaid')
}

function unregistered(office: TestOffice, visit: Visit, username: string): Visit {
  office.registry.forgets(demoPerson(username).citizenId)
  return visit
}

async function notFound(office: TestOffice, username: string): Promise<Visit> {
  const visit = unregistered(office, await standAt(office, { username, step: 'citizen-id' }), username)
  return visit.submit({ citizenId: demoPerson(username).citizenId })
}

const schoolAtWork = [
  ...['/receipts/receipts', '/receipts/remittances', '/receipts/remittance-summaries', '/receipts/remittance-summaries/new'].map((address) => ({ address, username: 'school.finance' })),
  ...[
    '/ledger/vouchers', '/ledger/register', '/ledger/day-book', '/ledger/day-book/print', '/ledger/trial-balance', '/ledger/trial-balance?compare=yes&stage=adjusting&day=20/11/2569',
    '/ledger/trial-balance?day=32/01/2569', '/ledger/trial-balance/print', '/ledger/trial-balance/print?compare=yes', '/ledger/accounts', '/ledger/register?least=x',
  ].map((address) => ({ address, username: 'school.account' })),
]

/** States of pages that need no parameter, and pages that no route serves. */
export function stateVisits(office: TestOffice, signedIn: SignedIn): readonly PageVisit[] {
  const as = (username: string) => () => signedIn(username)
  const homes = ['saensuk.clerk', 'school.clerk', 'pawn.manager', 'prov20.head', 'dla.sysadmin', 'water.provisional']
  return [
    { name: 'sign-in, nothing typed', address: '/login', then: (screen) => refused(screen, {}) },
    { name: 'sign-in, wrong password', address: '/login', then: (screen) => refused(screen, { username: 'school.head', password: 'Wrong-Horse-77' }) },
    { name: 'sign-in after an idle session', address: '/login?ended=idle' },
    { name: 'sign-in while ThaiD and mail are down', address: '/login', then: (screen) => whileDown(office, screen) },
    { name: 'one list of the news', address: '/news?list=prepare' },
    { name: 'forgotten password, nothing typed', address: '/forgotten-password', then: (screen) => screen.press('ดำเนินการต่อ') },
    { name: 'the place in line', address: '/login/waiting', as: () => inLine(office), then: () => office.owner('sign_in_tickets').delete() },
    ...homes.map((username) => ({ name: `home of ${username}`, address: '/', as: as(username) })),
    { name: 'the menu, opened', address: '/', as: as('saensuk.head'), then: openMenu },
    { name: 'own menu of the person, opened', address: '/', as: as('saensuk.head'), then: (screen) => screen.page.locator('.person summary').click() },
    { name: 'profile, a field left empty', address: '/profile/edit', as: as('saensuk.head'), then: (screen) => screen.send({ position: '' }, 'บันทึก') },
    { name: 'bank account, nothing typed', address: '/registers/bank-accounts/new', as: as('saensuk.finance'), then: (screen) => screen.press('บันทึก') },
    ...schoolAtWork.map(({ address, username }) => ({ name: `${address} of a school at work`, address, as: as(username) })),
    { name: 'a receipt, nothing typed', address: '/receipts/receipts/handwritten/new', as: as('school.clerk'), then: (screen) => screen.press(screen.page.locator('main .form .buttons .primary')) },
    { name: 'a slip, nothing chosen', address: '/receipts/remittances/new', as: as('school.clerk'), then: (screen) => screen.press('บันทึกร่างใบนำส่ง') },
    { name: 'a journal, nothing typed', address: '/ledger/journals/new', as: as('saensuk.account'), then: (screen) => screen.press('บันทึกร่าง') },
    { name: 'a file of opening balances with faults', address: '/ledger/opening/import/new', as: as('saensuk.account'), then: (screen) => badFile(screen) },
    { name: 'no such page', address: '/nowhere', status: 404 },
    { name: 'no right to a page', address: '/registers/bank-accounts/new', as: as('saensuk.exec'), status: 403 },
    { name: 'no such page, signed in', address: '/nowhere', as: as('saensuk.head'), status: 404 },
    ...['/status', '/news', '/news?list=prepare', '/about/contact'].map((address) => ({ name: `${address}, signed in`, address, as: as('saensuk.head') })),
    { name: 'a form gone stale, signed in', address: '/profile', as: as('saensuk.head'), then: staleOwnForm },
    { name: 'a form gone stale', address: '/login', then: staleForm },
    { name: 'the page that needs no database', address: '/503.html' },
  ]
}

async function badFile(screen: Screen): Promise<void> {
  const buffer = Buffer.from('รหัสบัญชี,เดบิต,เครดิต\n1206100000.000,1.005,\n5104010104.001,,1\n')
  await screen.page.locator('input[type=file]').setInputFiles({ name: 'opening.csv', mimeType: 'text/csv', buffer })
  await screen.press('นำเข้า')
}

async function refused(screen: Screen, typed: Readonly<Record<string, string>>): Promise<void> {
  await screen.type(typed)
  await screen.button('เข้าสู่ระบบ').click()
  await screen.page.locator('[data-error-summary]').waitFor()
}

async function whileDown(office: TestOffice, screen: Screen): Promise<void> {
  const now = office.clock.now()
  await office.owner('service_health').insert(['thaid', 'mail'].map((service) => ({ service, is_up: false, changed_at: now, checked_at: now })))
  await screen.page.reload()
  await office.owner('service_health').delete()
}

/** Somebody stands before them, and nobody is let in. */
async function inLine(office: TestOffice): Promise<Visit> {
  const visit = office.visit()
  await office.owner('sign_in_tickets').insert({ token_hash: 'somebody else', created_at: office.clock.now() })
  await visit.open('/login')
  await visit.submit({ username: 'school.director', password: demoPassword })
  return visit
}

async function openMenu(screen: Screen): Promise<void> {
  await screen.page.evaluate(`document.querySelectorAll('.drawer, .menu details').forEach((branch) => { branch.open = true })`)
}

async function staleForm(screen: Screen): Promise<void> {
  await screen.page.context().clearCookies()
  await screen.send({ username: 'school.head', password: demoPassword }, 'เข้าสู่ระบบ')
}

/** The token fits no more: another sign-in in this browser has changed it. */
async function staleOwnForm(screen: Screen): Promise<void> {
  await screen.page.evaluate(`document.querySelector('main input[name="_csrf"]').value = 'old'`)
  await screen.press('เปลี่ยนอีเมล (ยืนยันด้วย ThaiD)')
}

/** The first active person whose rights open a route. */
export async function holderOf(office: TestOffice, { access }: GetRoute): Promise<string> {
  const [menu = '', action = ''] = access.split(':')
  const { rows } = await office.owner.raw(
    `SELECT u.username FROM users u JOIN organisations o ON o.id = u.organisation_id JOIN group_members m ON m.user_id = u.id
       JOIN group_permissions p ON p.group_code = m.group_code JOIN menu_items i ON i.code = p.menu_code
     WHERE u.status = 'active' AND p.menu_code = ? AND p.action = ? AND o.kind = ANY(i.organisation_kinds) ORDER BY u.id LIMIT 1`, [menu, action],
  )
  return access === 'signed-in' ? 'saensuk.head' : rows[0].username
}
