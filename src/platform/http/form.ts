// Reads a form by its schema. What does not fit is refused in Thai at its field; what fits is trusted afterwards.
import { type z } from 'zod'
import { RuleBroken, type FieldErrors } from '../errors.ts'
import { type FormRequest } from './request.ts'

/** The command in the form, or RuleBroken with one message per field. */
export function readForm<S extends z.ZodType>(schema: S, request: FormRequest): z.output<S> {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  throw new RuleBroken(errorsOf(parsed.error))
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** What was typed into a field, for showing it again. Anything but text is nothing. */
export function typed(request: FormRequest, name: string): string {
  const value = request.body[name]
  return typeof value === 'string' ? value : ''
}

/** All that was typed, by the names of the boxes. */
export function typedAll(request: FormRequest): Record<string, string> {
  return Object.fromEntries(Object.keys(request.body).map((name) => [name, typed(request, name)]))
}

/** Drafts belong to forms; forms live at addresses that end so. */
export function isFormPath(path: string): boolean {
  return /\/(new|edit)$/.test(path)
}
