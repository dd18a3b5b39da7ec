// Fast keying of a journal: Enter to the next cell, Ctrl+Enter a new row, the difference at one key.
import './grid.js'
import { baht, satang } from './entry.js'

const form = document.querySelector('[data-journal]')
const editor = form.querySelector('[data-line-editor]')
const body = editor.querySelector('tbody')
const cells = (row) => (row ? [...row.querySelectorAll('[data-column]')] : [])
const cell = (row, column) => row.querySelector(`[data-column="${column}"]`)

form.querySelector('[data-journal-keys]').hidden = false
editor.querySelector('[data-grid-help]')?.remove()

// Before the grid hears of it.
editor.addEventListener('keydown', (event) => {
  if (!event.target.matches('[data-column]') || event.isComposing || event.altKey || event.metaKey) return
  if (event.key === 'Enter' && !event.shiftKey) return take(event, event.ctrlKey ? firstOfNewRow : nextCell)
  if (event.ctrlKey && event.key === '=') return take(event, fillDifference)
}, true)

function take(event, act) {
  event.preventDefault()
  event.stopPropagation()
  act(event.target)
}

function nextCell(from) {
  const row = from.closest('tr')
  const after = cells(row)[cells(row).indexOf(from) + 1]
  go(after ?? cells(row.nextElementSibling)[0] ?? newRow())
}

function firstOfNewRow(from) {
  go(cells(from.closest('tr').nextElementSibling).find((each, index) => index === 0 && each.value === '') ?? newRow())
}

/** The grid's own button makes the rows and goes to the first of them. */
function newRow() {
  const last = body.lastElementChild
  editor.querySelector('[data-add-rows]').click()
  return cells(last.nextElementSibling)[0]
}

function go(goal) {
  goal?.focus()
  goal?.select?.()
}

const total = (column) => [...body.querySelectorAll(`[data-column="${column}"]`)].reduce((sum, each) => sum + (satang(each.value) ?? 0n), 0n)

/** Into the side that lacks it, of the row at hand or of the first row without an amount. */
function fillDifference(from) {
  const row = from?.closest('tr') ?? [...body.rows].find((each) => cell(each, 'debit').value + cell(each, 'credit').value === '')
  if (!row) return
  for (const column of ['debit', 'credit']) cell(row, column).value = ''
  const difference = total('debit') - total('credit')
  if (difference === 0n) return
  const goal = cell(row, difference > 0n ? 'credit' : 'debit')
  goal.value = baht(difference > 0n ? difference : -difference)
  goal.dispatchEvent(new Event('input', { bubbles: true }))
  goal.focus()
}

let current
editor.addEventListener('focusin', (event) => { if (event.target.matches('[data-column]')) current = event.target })
form.querySelector('[data-fill-difference]').addEventListener('click', () => fillDifference(current))

// A block of a spreadsheet at the account: the server reads it, so that there is one way of reading.
editor.addEventListener('paste', (event) => {
  const text = event.clipboardData.getData('text/plain')
  if (event.target.dataset?.column !== 'account' || !text.includes('\t')) return
  event.preventDefault()
  event.stopPropagation()
  form.elements.pasted.value = text
  form.requestSubmit(form.querySelector('[name="action"][value="paste"]'))
}, true)
