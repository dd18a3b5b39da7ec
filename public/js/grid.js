// The line editor as a grid: Enter and arrows move, rows are added on the spot, totals live, blocks pasted from a spreadsheet.
import { asAmount, asDate, baht, satang } from './entry.js'

class Grid {
  constructor(editor) {
    this.editor = editor
    this.body = editor.querySelector('tbody')
    editor.addEventListener('keydown', (event) => this.press(event))
    editor.addEventListener('paste', (event) => this.paste(event))
    editor.addEventListener('input', () => this.recount())
    editor.addEventListener('change', (event) => { this.recount(); this.askFor(event.target) })
    editor.querySelector('[data-add-rows]')?.addEventListener('click', (event) => this.addRows(event))
    editor.querySelector('[data-grid-help]').hidden = false
    this.recount()
  }

  /** A copy of the last row, renumbered and emptied. */
  addRow() {
    const next = this.body.rows.length
    const row = this.body.lastElementChild.cloneNode(true)
    for (const element of row.querySelectorAll('[id], [for], [name]')) renumber(element, `${this.editor.dataset.lineEditor}.`, next)
    cellsOf(row).forEach(empty)
    row.querySelectorAll('input[type=hidden]').forEach((key) => { key.value = '' })
    row.querySelectorAll('output[data-of]').forEach((output) => { output.value = '' })
    row.querySelectorAll('.error').forEach((error) => error.remove())
    row.querySelectorAll('.has-error').forEach((cell) => cell.classList.remove('has-error'))
    row.querySelectorAll('[data-row-number]').forEach((number) => { number.textContent = String(next + 1) })
    this.body.append(row)
    return row
  }

  addRows(event) {
    event.preventDefault()
    const rows = Array.from({ length: Number(event.currentTarget.dataset.addRows) }, () => this.addRow())
    cellsOf(rows[0])[0].focus()
  }

  total(column) {
    const cells = [...this.body.querySelectorAll(`[data-column="${column}"]`)]
    return cells.reduce((sum, cell) => sum + (satang(cell.value) ?? 0n), 0n)
  }

  recount() {
    for (const output of this.editor.querySelectorAll('[data-total]')) output.value = baht(this.total(output.dataset.total))
    for (const output of this.editor.querySelectorAll('[data-difference-of]')) {
      const difference = this.total(output.dataset.differenceOf) - this.total(output.dataset.against)
      output.value = baht(difference)
      output.parentElement.classList.toggle('is-off', difference !== 0n)
    }
    for (const output of this.body.querySelectorAll('output[data-against]')) output.value = percent(output)
  }

  /** What the server knows of the line just chosen, for the day of the document. It informs; the check when saving decides. */
  async askFor(cell) {
    const outputs = cell.closest('tr')?.querySelectorAll(`output[data-ask][data-of="${cell.dataset.column}"]`) ?? []
    const form = cell.form.elements
    const typed = cell.value.trim()
    const asked = new URLSearchParams({ number: typed, year: form.fiscalYear?.value ?? '', on: form.documentDate?.value ?? '' })
    for (const output of outputs) {
      const answer = typed === '' ? undefined : await fetch(`${output.dataset.ask}?${asked}`, { headers: { accept: 'application/json' } }).catch(() => undefined)
      output.value = (answer?.ok ? (await answer.json()).available : undefined) ?? (typed === '' ? '' : '–')
    }
  }

  press(event) {
    const cell = event.target
    if (!cell.matches('[data-column]') || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const goal = this.goal(event, cell)
    if (goal || event.key === 'Enter') event.preventDefault()
    goal?.focus()
    goal?.select?.()
  }

  /** Where the key leads. Selects and boxes with proposals keep their own arrows. */
  goal(event, cell) {
    const row = cellsOf(cell.closest('tr'))
    const column = row.indexOf(cell)
    const [above, below] = [cell.closest('tr').previousElementSibling, cell.closest('tr').nextElementSibling]
    if (event.key === 'Enter') return event.shiftKey ? cellsOf(above)[column] : cellsOf(below ?? this.addRow())[column]
    if (cell.tagName !== 'INPUT' || event.shiftKey) return undefined
    if (event.key === 'ArrowUp' && !cell.list) return cellsOf(above)[column]
    if (event.key === 'ArrowDown' && !cell.list) return cellsOf(below)[column]
    if (event.key === 'ArrowLeft' && (isWhole(cell) || cell.selectionEnd === 0)) return row[column - 1]
    if (event.key === 'ArrowRight' && (isWhole(cell) || cell.selectionStart === cell.value.length)) return row[column + 1]
    return undefined
  }

  paste(event) {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '')
    if (!event.target.matches('[data-column]') || !/[\t\n]/.test(text)) return
    event.preventDefault()
    const first = cellsOf(event.target.closest('tr')).indexOf(event.target)
    let row = event.target.closest('tr')
    for (const line of text.split(/\r?\n/)) {
      row ??= this.addRow()
      line.split('\t').forEach((part, offset) => fill(cellsOf(row)[first + offset], part.trim()))
      row = row.nextElementSibling
    }
    this.recount()
  }
}

/** By how much one amount of the row differs from another, to two decimals, half up; nothing to tell where there was nothing. */
function percent(output) {
  const amount = (column) => satang(output.closest('tr').querySelector(`[data-column="${column}"]`).value) ?? 0n
  const [now, then] = [amount(output.dataset.of), amount(output.dataset.against)]
  if (then <= 0n || now < 0n) return ''
  const difference = now - then
  const size = ((difference < 0n ? -difference : difference) * 20_000n + then) / (then * 2n)
  return baht(difference < 0n ? -size : size)
}

function cellsOf(row) {
  return row ? [...row.querySelectorAll('[data-column]')] : []
}

/** lines.4.amount-error → lines.5.amount-error, in whichever of the three attributes it stands. */
function renumber(element, prefix, index) {
  for (const name of ['id', 'for', 'name']) {
    const value = element.getAttribute(name)
    if (value?.startsWith(prefix)) element.setAttribute(name, prefix + index + value.slice(value.indexOf('.', prefix.length)))
  }
}

function empty(cell) {
  for (const name of ['value', 'aria-invalid', 'aria-describedby']) cell.removeAttribute(name)
  cell.value = ''
  if (cell.options) cell.selectedIndex = 0
}

function isWhole(cell) {
  return cell.selectionStart === 0 && cell.selectionEnd === cell.value.length
}

function fill(cell, text) {
  if (!cell) return
  if (cell.options) {
    const option = [...cell.options].find((each) => each.value === text || each.text.trim() === text)
    if (option) cell.value = option.value
    return
  }
  const kind = cell.parentElement.classList
  cell.value = kind.contains('is-money') ? asAmount(text) : kind.contains('is-date') ? asDate(text) : text
}

for (const editor of document.querySelectorAll('[data-line-editor]')) new Grid(editor)
