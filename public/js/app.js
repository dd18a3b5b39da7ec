// Enhancement only: every page works without this file. Larger helpers are fetched where a page needs them.

const all = (selector, root = document) => [...root.querySelectorAll(selector)]

// The browsers' dictionary breaks these in two, the commonest words here: they are kept on one line.
const wholeWords = /(ท้องถิ่น|วันที่|ผู้เบิก|ผู้รับเงิน|นำส่ง|รายจ่าย|รายรับ|เลขที่|หนึ่ง|[A-Z]{2,4}-\d{5}\/\d{2})/

enhance(document)
document.addEventListener('renewed', (event) => enhance(event.target))

/** What a page, or a part of it that came anew, can do more with a script. */
function enhance(root) {
  keepWhole(root)
  root.querySelector('[data-error-summary]')?.focus()
  for (const button of all('[data-reveals]', root)) letReveal(button)
}

function keepWhole(root) {
  const texts = document.createTreeWalker(root === document ? document.body : root, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (wholeWords.test(text.data) && !text.parentElement.closest('option, textarea, script, noscript')) found.push(text)
  }
  for (const text of found) text.replaceWith(inSpan('', text.data.split(wholeWords).map((part) => (wholeWords.test(part) ? inSpan('whole', [part]) : part))))
}

/** One span around all of it: what was one item of a row stays one. */
function inSpan(className, parts) {
  const span = document.createElement('span')
  if (className) span.className = className
  span.append(...parts)
  return span
}

function letReveal(button) {
  const input = document.getElementById(button.dataset.reveals)
  button.hidden = false
  button.addEventListener('click', () => {
    const shown = input.type === 'password'
    input.type = shown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(shown))
  })
  input.form?.addEventListener('submit', () => { input.type = 'password' })
}

// Links of the error summary lead to the field.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-error-summary] a')
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
})

// A message that a page fetched on the way had to say.
const message = sessionStorage.getItem('message')
if (message) {
  sessionStorage.removeItem('message')
  document.querySelector('main').prepend(new DOMParser().parseFromString(message, 'text/html').body.firstElementChild)
}

// A document is posted once, however often the button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post' || event.defaultPrevented) return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  event.submitter?.setAttribute('aria-disabled', 'true')
  setTimeout(() => release(form), 10_000)
})
addEventListener('pageshow', () => all('form[data-sent]').forEach(release))

function release(form) {
  delete form.dataset.sent
  all('[aria-disabled]', form).forEach((button) => button.removeAttribute('aria-disabled'))
}

// The drawer of the phone stands open on a desk.
const drawer = document.querySelector('[data-drawer]')
const desk = matchMedia('(min-width: 75rem)')
const setDrawer = () => { if (drawer) drawer.open = desk.matches }
setDrawer()
desk.addEventListener('change', setDrawer)
const current = drawer?.querySelector('[aria-current]')
if (desk.matches && current && current.offsetTop > innerHeight - 80) current.closest('nav').scrollTop = current.offsetTop - innerHeight / 2

// Drop-downs close on Escape and on a click elsewhere.
for (const dropdown of all('[data-dropdown]')) {
  document.addEventListener('click', (event) => { if (!dropdown.contains(event.target)) dropdown.open = false })
  dropdown.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !dropdown.open) return
    dropdown.open = false
    dropdown.querySelector('summary').focus()
  })
}

for (const button of all('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

// A notice that must be answered holds the focus; a second Escape, which no page may refuse, finds it open again.
for (const dialog of all('dialog[data-modal]')) {
  dialog.close()
  dialog.showModal()
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  dialog.addEventListener('close', () => dialog.showModal())
}

// Nothing is asked on this page: it only hands on what another sent.
document.querySelector('form[data-go-on]')?.requestSubmit()

if (document.querySelector('[data-line-editor]')) import('./grid.js')
if (document.querySelector('[data-journal]')) import('./journal.js')
if (document.querySelector('[data-reckon]')) import('./reckon.js')
if (document.querySelector('datalist[data-ask]')) import('./propose.js')
if (document.querySelector('[data-password-rules], [data-countdown]')) import('./sign-in.js')
if (document.querySelector('[data-login]')) import('./login.js')
if (document.querySelector('[data-money], [data-date]')) import('./entry.js')
const idle = document.querySelector('[data-idle]')
if (idle) setTimeout(() => import('./idle.js'), Math.min(60, (idle.dataset.idle - idle.dataset.warn) / 2) * 1000)
