// Proposals while one types, at most twenty, asked for when the fingers rest. The list of the box says where to ask, and which other box of the row decides.
let waiting
let asked = 0

document.addEventListener('input', ({ target }) => {
  if (!target.list?.dataset.ask) return
  clearTimeout(waiting)
  waiting = setTimeout(() => propose(target), 150)
})
// What another box decides can be shown before a letter is typed.
document.addEventListener('focusin', ({ target }) => { if (target.list?.dataset.of) propose(target) })

async function propose(box) {
  const mine = ++asked
  const { ask, of } = box.list.dataset
  const address = new URL(ask, location.href)
  address.searchParams.set('q', box.value.replace(/[1-8]\d{12}$/, '').trim()) // no citizen id in an address
  if (of) address.searchParams.set(of, box.closest('tr').querySelector(`[data-column="${of}"]`).value)
  const found = address.searchParams.get(of ?? 'q') === '' ? [] : await answerOf(address)
  if (mine === asked && found) box.list.replaceChildren(...found.map((text) => new Option('', text)))
}

async function answerOf(address) {
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined)
  return response?.ok ? (await response.json()).found : undefined
}
