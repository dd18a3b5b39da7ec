// Signing in without leaving the page: when the house is full, name and password wait here and go in by themselves at their turn.

const firstLook = 3
const spokenEvery = 10
let waiting

wire()

/** The form at hand: another one once an answer has shown the page again. */
function wire() {
  const form = document.querySelector('[data-login]')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isBusy(form)) enter(form)
  })
  document.querySelector('[data-leave-line]').addEventListener('click', () => { clearTimeout(waiting); showLine(form, false) })
}

async function enter(form) {
  setBusy(form, true)
  const answer = await send(form)
  setBusy(form, false)
  document.querySelector('[data-unreachable]').hidden = answer !== undefined
  if (answer === undefined) return showLine(form, false)
  const path = new URL(answer.url).pathname
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (page.querySelector('[data-login]')) return showAgain(page)
  if (path === '/login/waiting') return stand(form, page.querySelector('[data-position]').textContent)
  leaveFor(answer.url, page)
}

/** Undefined: nobody answered, or the house is too full even for a place in line. */
async function send(form) {
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    return answer.status < 500 ? answer : undefined
  } catch {
    return undefined
  }
}

function stand(form, position, { seconds = firstLook, turn = 0 } = {}) {
  showLine(form, true)
  document.querySelector('[data-line] [data-position]').textContent = position
  const spoken = document.querySelector('[data-spoken]')
  if (turn % spokenEvery === 0) spoken.textContent = spoken.parentElement.querySelector('.place-in-line').textContent
  waiting = setTimeout(() => look(form, position, turn + 1), seconds * 1000)
}

async function look(form, position, turn) {
  const ticket = await fetch('/login/waiting?format=json').then((answer) => answer.json(), () => ({ isAdmitted: false, position }))
  if (ticket.isAdmitted) return enter(form)
  stand(form, ticket.position, { seconds: ticket.seconds, turn })
}

function showLine(form, isWaiting) {
  form.hidden = isWaiting
  document.querySelector('[data-line]').hidden = !isWaiting
}

/** A refusal: the same page with its errors, the name kept. */
function showAgain(page) {
  document.title = page.title
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')))
  document.querySelector('main').dispatchEvent(new Event('renewed', { bubbles: true }))
  wire()
}

/** The next page is asked for by the browser itself; what it had to say once is handed over to it. */
function leaveFor(address, page) {
  const message = page.querySelector('main > .notice[role=status]')
  if (message) sessionStorage.setItem('message', message.outerHTML)
  location.assign(address)
}

function isBusy(form) {
  return form.querySelector('button.primary').hasAttribute('aria-disabled')
}

function setBusy(form, busy) {
  form.querySelector('button.primary').toggleAttribute('aria-disabled', busy)
  form.setAttribute('aria-busy', String(busy))
}
