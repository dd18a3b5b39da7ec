// What is typed into. The id of a control is its name: error summaries link to it without further agreement.

type Width = 'short' | 'medium' | 'long' | 'full'

interface Asked {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}

interface Labelled extends Asked {
  readonly id: string
  /** Ids of hint and error, for aria-describedby. */
  readonly describedBy?: string | undefined
}

export interface FieldArguments extends Asked {
  readonly value?: string | undefined
  /** 'number' is text with a number keyboard: no spinner, no rounding by the browser. Default text. */
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'number' | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined
  readonly placeholder?: string | undefined
  readonly suffix?: string | undefined
  readonly maxLength?: number | undefined
  /** More than one row makes it a text area. */
  readonly rows?: number | undefined
  readonly width?: Width | undefined
  readonly readOnly?: boolean | undefined
  /** Proposals: typed freely all the same. */
  readonly list?: Proposals | undefined
}

export interface Proposals {
  readonly id: string
  /** What is proposed at once; with `ask` this is what shows without script. */
  readonly options: readonly Option[]
  /** The address that tells what the typed letters may mean, `?q=…` → `{ found }`. */
  readonly ask?: string | undefined
  /** A column of the same row that decides: asked along by its name, and nothing is proposed while it is empty. */
  readonly of?: string | undefined
}

export interface Field extends Labelled {
  readonly value: string
  readonly type: 'text' | 'email' | 'password' | 'tel'
  readonly width: Width
  readonly isPassword: boolean
  readonly autocomplete?: string | undefined
  readonly inputmode?: string | undefined
  readonly placeholder?: string | undefined
  readonly suffix?: string | undefined
  readonly maxLength?: number | undefined
  readonly rows?: number | undefined
  readonly readOnly?: boolean | undefined
  readonly list?: Proposals | undefined
}

export interface Option {
  readonly value: string
  readonly text: string
}

export interface SelectArguments extends Asked {
  readonly value?: string | undefined
  readonly options: readonly Option[]
  readonly width?: Width | undefined
}

export interface Select extends Labelled {
  readonly options: readonly (Option & { readonly selected: boolean })[]
  readonly width: Width
}

export interface ChoiceArguments extends Asked {
  readonly type: 'radio' | 'checkbox'
  readonly options: readonly (Option & { readonly hint?: string | undefined })[]
  readonly values?: readonly string[] | undefined
  readonly inline?: boolean | undefined
}

export interface Choice extends Labelled {
  readonly type: 'radio' | 'checkbox'
  readonly inline: boolean
  readonly options: readonly (Option & { readonly id: string; readonly checked: boolean; readonly hint?: string | undefined })[]
}

/** Day, month and Buddhist year in one box: 17/09/2567. */
export interface DateArguments extends Asked {
  readonly value?: string | undefined
}

export interface DateInput extends Labelled {
  readonly value: string
}

export interface MoneyArguments extends Asked {
  readonly value?: string | undefined
  /** Default: บาท, from the template. */
  readonly suffix?: string | undefined
}

export interface MoneyInput extends Labelled {
  readonly value: string
  readonly suffix?: string | undefined
}

export interface FileArguments extends Asked {
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

export interface FileInput extends Labelled {
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

/** Any one of them, for places that take a mixed list (filters, confirm). */
export interface Control {
  readonly field?: Field
  readonly select?: Select
  readonly choice?: Choice
  readonly date?: DateInput
  readonly money?: MoneyInput
  readonly file?: FileInput
}

/** A GET form above a list. */
export interface Filters {
  readonly label: string
  readonly action: string
  readonly controls: readonly Control[]
  readonly clearHref?: string | undefined
}

export function field(given: FieldArguments): Field {
  const isPassword = given.type === 'password'
  const isNumber = given.type === 'number'
  return {
    ...labelled(given), width: given.width ?? 'medium', isPassword,
    type: given.type === undefined || given.type === 'number' ? 'text' : given.type,
    value: isPassword ? '' : given.value ?? '',
    inputmode: given.inputmode ?? (isNumber ? 'numeric' : undefined),
    autocomplete: given.autocomplete, placeholder: given.placeholder, suffix: given.suffix,
    maxLength: given.maxLength, rows: given.rows, readOnly: given.readOnly, list: given.list,
  }
}

export function select(given: SelectArguments): Select {
  const options = given.options.map((option) => ({ ...option, selected: option.value === (given.value ?? '') }))
  return { ...labelled(given), options, width: given.width ?? 'medium' }
}

/** The first option carries the name as its id, so that the error summary reaches the group. */
export function choice(given: ChoiceArguments): Choice {
  const chosen = new Set(given.values)
  const options = given.options.map((option, index) => ({
    ...option, checked: chosen.has(option.value), id: index === 0 ? given.name : `${given.name}-${index}`,
  }))
  return { ...labelled(given), type: given.type, inline: given.inline ?? false, options }
}

export function date(given: DateArguments): DateInput {
  return { ...labelled(given, true), value: given.value ?? '' }
}

export function money(given: MoneyArguments): MoneyInput {
  return { ...labelled(given), value: given.value ?? '', suffix: given.suffix }
}

export function file(given: FileArguments): FileInput {
  return { ...labelled(given), accept: given.accept, multiple: given.multiple }
}

/** A date has its own hint in the template, so there is always one to point at. */
function labelled(given: Asked, alwaysHinted = false): Labelled {
  const isHinted = given.hint !== undefined || alwaysHinted
  const ids = [...(isHinted ? [`${given.name}-hint`] : []), ...(given.error === undefined ? [] : [`${given.name}-error`])]
  return {
    id: given.name, name: given.name, label: given.label, hint: given.hint, error: given.error,
    required: given.required ?? false, describedBy: ids.length > 0 ? ids.join(' ') : undefined,
  }
}
