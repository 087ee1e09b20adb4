import { Composer, Lexer, LineCounter, Parser, isMap, isScalar, isSeq, type CST, type Document, type ErrorCode, type ParsedNode, type YAMLMap } from 'yaml'
import { pathText, type Fault, type PathPart } from './fault.ts'
import { findForbidden, maxDepth, maxFileBytes, tooDeep } from './yaml-bounds.ts'

/** A file that was read: its plain data and the line of every path in it. */
export interface YamlSource {
  file: string
  /** Objects without prototype, arrays, strings, numbers, booleans, null; an empty file is null. */
  data: unknown
  /** Line of a path, from 1; of its nearest parent where the path does not exist. */
  lineOf: (path: readonly PathPart[]) => number
}

export type YamlResult = { ok: true; source: YamlSource } | { ok: false; faults: Fault[] }

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads one YAML file within bounds; refuses more than 256 kB, more than 20 levels, anchors, aliases, tags, directives,
 *  several documents, doubled keys and keys that reach for prototypes. `firstLine` is where the text starts in its file. */
export const readYaml = (file: string, text: string, firstLine = 1): YamlResult => {
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const refuse = (offset: number, message: string): YamlResult => ({ ok: false, faults: [{ file, path: '', line: offset < 0 ? firstLine : lineAt(offset), message }] })

  if (Buffer.byteLength(text) > maxFileBytes) return refuse(-1, 'Die Datei ist größer als 256 kB. Bitte teilen oder kürzen Sie sie.')
  const { tokens, endless } = tokensOf(text, lines)
  if (endless !== undefined) return refuse(endless, tooDeep)
  const forbidden = findForbidden(tokens)
  if (forbidden) return refuse(forbidden.offset, forbidden.message)

  const [document, second] = [...new Composer({ uniqueKeys: false, stringKeys: true, prettyErrors: false }).compose(tokens, true, text.length)]
  if (second) return refuse(second.range[0], 'Die Datei enthält mehrere Dokumente. Bitte löschen Sie die Zeile „---“.')
  const error = document?.errors[0] ?? document?.warnings[0]
  if (error) return refuse(error.pos[0], syntaxMessage(error.code))

  const faults: Fault[] = []
  const root = document?.contents ?? null
  const data = plain(root, [], (path, node, message) => faults.push({ file, path: pathText(path), line: lineAt(node.range[0]), message }))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, source: { file, data, lineOf: path => lineAt(offsetOf(document, path)) } }
}

/** Reads lexeme by lexeme and stops where the nesting runs away, long before it costs anything. */
const tokensOf = (text: string, lines: LineCounter): { tokens: CST.Token[]; endless?: number } => {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > 2 * maxDepth) return { tokens, endless: parser.offset }
  }
  tokens.push(...parser.end())
  return { tokens }
}

type Report = (path: PathPart[], node: ParsedNode, message: string) => void

const plain = (node: ParsedNode | null, path: PathPart[], report: Report): unknown => {
  if (isMap(node)) return plainMap(node, path, report)
  if (isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index], report))
  if (!isScalar(node)) return null
  if (typeof node.value === 'string' && !isText(node.value)) report(path, node, 'Der Text enthält unlesbare Zeichen. Bitte schreiben Sie ihn neu.')
  return node.value
}

const plainMap = (map: YAMLMap.Parsed, path: PathPart[], report: Report): Record<string, unknown> => {
  const result: Record<string, unknown> = Object.create(null)
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const here = [...path, name]
    if (forbiddenKeys.has(name)) report(here, key, `„${name}“ ist als Schlüssel nicht erlaubt. Bitte löschen Sie den Eintrag.`)
    else if (name in result) report(here, key, `„${name}“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.`)
    else result[name] = plain(value, here, report)
  }
  return result
}

/** PostgreSQL refuses U+0000, and a lone surrogate is no text; other control characters never belong into a text. */
const isText = (value: string) => value.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value)

const offsetOf = (document: Document.Parsed | undefined, path: readonly PathPart[]): number => {
  let node: ParsedNode | null | undefined = document?.contents
  let offset = node?.range[0] ?? 0
  for (const part of path) {
    if (isMap(node)) {
      const pair: YAMLMap.Parsed['items'][number] | undefined = node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
      if (!pair) return offset
      offset = pair.key.range[0]
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part]
      if (!node) return offset
      offset = node.range[0]
    } else return offset
  }
  return offset
}

const syntaxMessages: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Die Zeile ist mit einem Tabulator eingerückt. Bitte nehmen Sie Leerzeichen.',
  BAD_INDENT: 'Die Einrückung stimmt nicht. Bitte rücken Sie die Zeile wie ihre Nachbarn ein.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen, etwa ein Anführungszeichen, ein Doppelpunkt oder eine Klammer. Bitte ergänzen Sie es.',
  BLOCK_AS_IMPLICIT_KEY: 'Hier stehen zwei Doppelpunkte in einer Zeile. Bitte setzen Sie den Text in Anführungszeichen.',
  BAD_SCALAR_START: 'Ein Text darf mit diesem Zeichen nicht beginnen. Bitte setzen Sie ihn in Anführungszeichen.',
  NON_STRING_KEY: 'Ein Schlüssel muss ein einfaches Wort sein. Bitte ändern Sie ihn.',
  MULTILINE_IMPLICIT_KEY: 'Hier fehlt ein Doppelpunkt nach dem Schlüssel. Bitte ergänzen Sie ihn.',
}

const syntaxMessage = (code: ErrorCode) =>
  syntaxMessages[code] ?? 'Die Zeile ist kein gültiges YAML. Bitte prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen.'
