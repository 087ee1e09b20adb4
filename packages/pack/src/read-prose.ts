import { fromMarkdown } from 'mdast-util-from-markdown'
import type { z } from 'zod'
import type { Fault } from './fault.ts'
import { mapping } from './mapping.ts'
import { prosePage, type ProsePage } from './prose.schemas.ts'
import { reduceProse } from './reduce-prose.ts'
import { readYaml, type YamlSource } from './read-yaml.ts'
import { checkSource, type Checked } from './schema-faults.ts'
import { day, short } from './words.schemas.ts'

const maxProseBytes = 64 * 1024
const maxMarksPerParagraph = 400

const frontMatter = mapping({ title: short, asOf: day.optional() })

export type ProseResult = { ok: true; page: ProsePage; front: YamlSource } | { ok: false; faults: Fault[] }

/** Reads a Markdown page with its front matter; refuses HTML, images, code, quotes, nested lists, other links than
 *  http, https, mailto and tel, and more than 64 kB. */
export const readProse = (file: string, text: string): ProseResult => {
  const refuse = (line: number, message: string): ProseResult => ({ ok: false, faults: [{ file, path: '', line, message }] })
  if (Buffer.byteLength(text) > maxProseBytes) return refuse(1, 'Die Datei ist größer als 64 kB. Bitte kürzen Sie sie.')

  const parts = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text)
  if (!parts || !text.startsWith('---')) return refuse(1, 'Der Kopf fehlt. Bitte beginnen Sie mit „---“, „title: …“ und „---“.')
  const [, head = '', body = ''] = parts
  const front = readYaml(file, head, 2)
  if (!front.ok) return front
  const bodyLine = lineCount(text.slice(0, text.length - body.length))
  const crowded = findCrowded(body)
  if (crowded !== undefined) return refuse(bodyLine + crowded, 'Der Absatz enthält zu viele Sternchen und Unterstriche. Bitte schreiben Sie ihn einfacher.')

  const checked: Checked<z.output<typeof frontMatter>> = checkSource(front.source, frontMatter)
  const root = fromMarkdown(body)
  const reduced = reduceProse(root, (node, message) => ({ file, path: '', line: bodyLine + (node.position?.start.line ?? 1), message }))
  if (!checked.ok || reduced.faults.length > 0) return { ok: false, faults: [...(checked.ok ? [] : checked.faults), ...reduced.faults] }
  const { title, asOf, verify } = checked.value
  const page = prosePage.safeParse({ title, asOf: asOf ?? null, verify: verify ?? false, blocks: reduced.blocks } satisfies ProsePage)
  const tooLong = page.error?.issues[0]?.path[1]
  if (!page.success) return refuse(bodyLine + (root.children[Number(tooLong)]?.position?.start.line ?? 1), 'Ein Absatz, eine Liste oder die Seite ist zu lang. Bitte teilen Sie den Text auf.')
  return { ok: true, front: front.source, page: page.data }
}

const lineCount = (text: string) => text.split('\n').length - 1

/** Markdown's emphasis rules cost the square of their marks; a paragraph people wrote has few. */
const findCrowded = (body: string): number | undefined => {
  let line = 1
  for (const paragraph of body.split(/\r?\n[ \t]*\r?\n/)) {
    if ((paragraph.match(/[*_]/g)?.length ?? 0) > maxMarksPerParagraph) return line
    line += lineCount(paragraph) + 2
  }
  return undefined
}
