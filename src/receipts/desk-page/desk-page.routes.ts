// The form of a new document and of one to be mended: shown, sent, shown again with what was refused.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'

type Show = (read: OfficerRead, request: FormRequest, errors?: FieldErrors) => Promise<Reply>

export interface FormDesk {
  readonly paths: { readonly new: string; readonly editRoute: string; show(id: string): string }
  readonly rights: { readonly create: Permission; readonly edit: Permission }
  readonly saved: string
  readonly showNew: Show
  readonly showEdit: Show
  /** The id of what was made. */
  create(work: OfficerWork, request: FormRequest): Promise<string>
  edit(work: OfficerWork, id: string, request: FormRequest): Promise<void>
}

export function formRoutes({ paths, rights, saved, showNew, showEdit, create, edit }: FormDesk): Route[] {
  return [
    get(paths.new, rights.create, (read, request) => showNew(read, request)),
    post(paths.new, rights.create, {
      handle: async (work, request) => (asksForRows(request) ? showNew(work, request) : redirect(paths.show(await create(work, request)), saved)),
      again: (read, request, refusal) => showNew(read, request, refusal.errors),
    }),
    get(paths.editRoute, rights.edit, (read, request) => showEdit(read, request)),
    post(paths.editRoute, rights.edit, {
      handle: async (work, request) => {
        if (asksForRows(request)) return showEdit(work, request)
        const id = idIn(request.params.id)
        await edit(work, id, request)
        return redirect(paths.show(id), saved)
      },
      again: (read, request, refusal) => showEdit(read, request, refusal.errors),
    }),
  ]
}

/** The button for more rows saves nothing. */
export function asksForRows(request: FormRequest): boolean {
  return typed(request, 'rows') !== ''
}
