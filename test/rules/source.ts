// Source files as the rules see them: path, text, syntax tree. A rule is a function from files to offenders, "file:line what is wrong".
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { projectFolder } from '../../src/platform/project-folder.ts'

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

export interface Import {
  /** Where a relative import leads, or the name of a package. */
  readonly to: string
  readonly names: readonly string[]
  readonly typesOnly: boolean
  readonly place: string
}

export type Find = (sources: readonly Source[]) => string[]

export function sourceOf(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) }
}

export function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export function readText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8')
}

/** Declarations of somebody else's package (.d.ts) are not ours to shape. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) => filesUnder(folder, '.ts'))
    .filter((path) => !path.endsWith('.d.ts'))
    .map((path) => sourceOf(path, readText(path)))
}

const ours = sourcesUnder('src')

/** One rule, one test: it must notice a made-up offender, and find none in src. */
export function rule(sentence: string, find: Find, broken: Readonly<Record<string, string>>): void {
  it(sentence, () => {
    const made = Object.entries(broken).map(([path, text]) => sourceOf(path, text))
    expect(find(made), 'this rule does not notice its own example').not.toEqual([])
    expect(find(ours)).toEqual([])
  })
}

export function at(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`
}

export function nodesIn(source: Source): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return found
}

/** Offenders of a rule that looks at one node after the other. */
export function perNode(sources: readonly Source[], offence: (node: ts.Node, source: Source) => string | undefined): string[] {
  return sources.flatMap((source) => nodesIn(source).flatMap((node) => {
    const fault = offence(node, source)
    return fault === undefined ? [] : [`${at(source, node)} ${fault}`]
  }))
}

/** Offenders of a rule that looks at one import after the other. */
export function perImport(sources: readonly Source[], offence: (imported: Import, source: Source) => string | undefined): string[] {
  return sources.flatMap((source) => importsOf(source).flatMap((imported) => {
    const fault = offence(imported, source)
    return fault === undefined ? [] : [`${imported.place} ${fault}`]
  }))
}

export function importsOf(source: Source): Import[] {
  return nodesIn(source).flatMap((node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return []
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : specifier
    return [{ to, names: namesOf(node), typesOnly: isTypesOnly(node), place: at(source, node) }]
  })
}

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) return textOf(node.moduleSpecifier)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) return textOf(node.arguments[0])
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal)
  return undefined
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined
}

function elementsOf(node: ts.Node): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : ts.isExportDeclaration(node) ? node.exportClause : undefined
  return bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? bindings.elements : []
}

function namesOf(node: ts.Node): string[] {
  return elementsOf(node).map((element) => (element.propertyName ?? element.name).text)
}

function isTypesOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  if (ts.isExportDeclaration(node) && node.isTypeOnly) return true
  if (ts.isImportDeclaration(node) && node.importClause?.name) return false
  const elements = elementsOf(node)
  return elements.length > 0 && elements.every((element) => element.isTypeOnly)
}
