// Long typing counts as use; before the session ends the page warns, and half-filled forms are kept as drafts on the server.

const dialog = document.querySelector('[data-idle]')
const keep = dialog.querySelector('form')
const lifetime = Number(dialog.dataset.idle) * 1000
const warning = Number(dialog.dataset.warn) * 1000
const often = 5 * 60_000
const tabs = new BroadcastChannel('session-use')
let usedAt = performance.timeOrigin
let typedAt = 0
let spokenAt = Infinity

tabs.addEventListener('message', () => used())
document.addEventListener('input', () => { typedAt = Date.now() })
keep.addEventListener('submit', (event) => { event.preventDefault(); keepAlive() })
dialog.addEventListener('cancel', (event) => { event.preventDefault(); keepAlive() })
tabs.postMessage('used')
setInterval(tick, 1000)

function used() {
  usedAt = Date.now()
  spokenAt = Infinity
  if (dialog.open) dialog.close()
}

async function send(address, form) {
  const body = new URLSearchParams({ 'draft-path': location.pathname })
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  form.querySelectorAll('[autocomplete$=password], [autocomplete=one-time-code]').forEach((input) => body.delete(input.name))
  try {
    return (await fetch(address, { method: 'POST', body, redirect: 'manual' })).ok ? 'done' : 'refused'
  } catch {
    return 'unreachable'
  }
}

async function keepAlive() {
  const answer = await send(keep.action, keep)
  if (answer === 'refused') location.assign(dialog.dataset.ended)
  if (answer !== 'done') return
  used()
  tabs.postMessage('used')
}

async function saveDrafts() {
  const forms = [...document.querySelectorAll('form[data-draft-url]')]
  const kept = await Promise.all(forms.map((form) => send(form.dataset.draftUrl, form)))
  dialog.querySelector('[data-draft-saved]').hidden = !kept.includes('done')
}

function tick() {
  const left = usedAt + lifetime - Date.now()
  if (!dialog.open && typedAt > usedAt && Date.now() - usedAt > often) { usedAt = Date.now(); keepAlive(); return }
  if (left <= 0) return location.assign(dialog.dataset.ended)
  if (left > warning) return
  if (!dialog.open) { dialog.showModal(); saveDrafts() }
  show(Math.ceil(left / 1000))
}

function show(seconds) {
  dialog.querySelector('[data-time]').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const mark = [60, 30, 10].find((each) => seconds <= each && spokenAt > each)
  if (!mark) return
  spokenAt = [60, 30, 10].filter((each) => seconds <= each).at(-1)
  dialog.querySelector('[data-spoken]').textContent = `เหลือเวลา ${spokenAt} วินาที`
}
