// Proposals for the register of a line while one types: what the chosen income may name. At most twenty, asked for when the fingers rest.
const form = document.querySelector('[data-receipt]')
const proposals = document.getElementById('keys')
let waiting
let asked = 0

form.addEventListener('input', (event) => {
  if (event.target.dataset?.column !== 'key') return
  clearTimeout(waiting)
  waiting = setTimeout(() => propose(event.target), 150)
})
form.addEventListener('focusin', (event) => { if (event.target.dataset?.column === 'key') propose(event.target) })

async function propose(box) {
  const mine = ++asked
  const income = box.closest('tr').querySelector('[data-column="incomeCode"]').value
  proposals.replaceChildren()
  if (income === '') return
  const response = await fetch(`${form.dataset.keys}?${new URLSearchParams({ income, q: box.value })}`)
  if (!response.ok || mine !== asked) return
  const { found } = await response.json()
  proposals.replaceChildren(...found.map((text) => new Option('', text)))
}
