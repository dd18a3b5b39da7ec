// The routes of a document's steps, made from its lifecycle: address, right, form, use case, what is said when it is done.
import { type z } from 'zod'
import { type OfficerRead, type OfficerWork } from '../platform/database/work.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { idIn } from '../platform/http/asked.ts'
import { refusals, type Confirm, type Flash } from '../platform/http/components.ts'
import { readForm } from '../platform/http/form.ts'
import { page, redirect, type PageModel, type Reply } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../platform/http/route.ts'
import { reasonSchema, versionSchema } from './form.schema.ts'
import { type Lifecycle } from './lifecycle.ts'

export interface ConfirmPage extends PageModel {
  readonly confirm: Confirm
}

/** The document's page, or the one that asks once more; after a refusal with its messages. */
type Show<T> = (read: OfficerRead, request: FormRequest, errors: FieldErrors) => Promise<T>

export interface Step {
  /** Does it, and says that it is done. */
  take(work: OfficerWork, id: string, request: FormRequest): Promise<string | Flash>
  readonly asks?: Show<ConfirmPage>
}

type Act<F> = (work: OfficerWork, id: string, form: F) => Promise<unknown>
type Said<F> = string | Flash | ((form: F) => string | Flash)

/** A step with a form of its own. */
export function withForm<S extends z.ZodType>(schema: S, act: Act<z.output<S>>, said: Said<z.output<S>>): Step {
  return {
    async take(work, id, request) {
      const form = readForm(schema, request)
      await act(work, id, form)
      return typeof said === 'function' ? said(form) : said
    },
  }
}

/** A step at the press of a button: nothing but the version is asked. */
export function withVersion(act: Act<number>, said: string): Step {
  return withForm(versionSchema, (work, id, { version }) => act(work, id, version), said)
}

/** A step back, or an undoing: it says why. */
export function withReason(act: Act<z.output<typeof reasonSchema>>, said: string): Step {
  return withForm(reasonSchema, act, said)
}

/** The step is asked once more on a page of its own, which stands at the step's address (its button: `isConfirmed`). */
export function confirmed(step: Step, asks: Show<ConfirmPage>): Step {
  return { ...step, asks }
}

export interface StepDesk<A extends string, N extends A> {
  readonly lifecycle: Pick<Lifecycle<string, A>, 'table' | 'allows'>
  readonly paths: { stepRoute(step: N): string; show(id: string): string }
  readonly show: Show<Reply>
  readonly steps: Readonly<Record<N, Step>>
}

/** One route for each step, two where it is asked once more. */
export function stepRoutes<A extends string, N extends A>(desk: StepDesk<A, N>): Route[] {
  const isNamed = (name: string): name is N => Object.hasOwn(desk.steps, name)
  return Object.keys(desk.steps).filter(isNamed).flatMap((name) => routesOf(desk, name))
}

function routesOf<A extends string, N extends A>({ lifecycle, paths, show, steps }: StepDesk<A, N>, name: N): Route[] {
  const [path, right, step] = [paths.stepRoute(name), rightOf(lifecycle, name), steps[name]]
  const { asks } = step
  const again = asks ? askingPage(asks) : show
  return [
    ...(asks ? [get(path, right, (read, request) => again(read, request, {}))] : []),
    post(path, right, {
      handle: async (work, request) => {
        const id = idIn(request.params.id)
        return redirect(paths.show(id), await step.take(work, id, request))
      },
      again: (read, request, refusal) => again(read, request, refusal.errors),
    }),
  ]
}

/** The table names the right; steps of one name that need different rights are different steps, and get different names. */
function rightOf({ table }: Pick<Lifecycle<string, string>, 'table'>, name: string): Permission {
  const [right, ...others] = new Set(Object.values(table).flatMap((steps) => steps[name]?.may ?? []))
  if (right === undefined || others.length > 0) throw new Error(`the lifecycle must name one right for the step '${name}'`)
  return right
}

function askingPage(asks: Show<ConfirmPage>): Show<Reply> {
  return async (read, request, errors) => {
    const model = await asks(read, request, errors)
    return page('documents/confirm', { ...model, pageHeader: { title: model.title }, ...refusals(errors) })
  }
}
