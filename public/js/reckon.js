// What the payee will get, live: the server reckons what stands in the boxes, as its button does where there is no script.
const form = document.querySelector('[data-reckon]')
let waiting
let asked = 0

form.addEventListener('change', () => {
  clearTimeout(waiting)
  waiting = setTimeout(reckon, 250)
})

async function reckon() {
  const mine = ++asked
  const body = new URLSearchParams(new FormData(form))
  body.set('then', 'reckon')
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined)
  if (!answer?.ok || answer.redirected || mine !== asked) return // a redirect leads to another page: the session ended, or the form is an old one
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  form.querySelector('[data-figures]').replaceChildren(...page.querySelector('[data-figures]')?.childNodes ?? [])
  offerRates(page.getElementById('rule'))
  askForReason(page.getElementById('duplicateReason')?.closest('.field'))
}

/** The rates there are depend on who is paid. */
function offerRates(known) {
  const { rule } = form.elements
  if (!rule || !known || document.activeElement === rule) return
  const { value } = rule
  rule.replaceChildren(...known.options)
  rule.value = value
}

/** A bill that was claimed before needs a reason; the box goes again when the bill is another. */
function askForReason(box) {
  const { duplicateReason: own, invoiceDate } = form.elements
  if (box && !own) invoiceDate.closest('.field').after(box)
  if (!box && own?.value === '') own.closest('.field').remove()
}
