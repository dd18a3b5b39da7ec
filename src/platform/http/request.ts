// What a handler may know of a request. Handlers see no Express, so they are tested as plain functions.
import { type Origin } from '../database/work.ts'

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

export interface FormRequest {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  /** As the browser sent it: believed by nobody before a schema has read it. */
  readonly body: Readonly<Record<string, unknown>>
  readonly files: readonly UploadedFile[]
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly origin: Origin
}
