import type { Heading, List, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Fault } from './fault.ts'
import type { ProseBlock, ProseSpan } from './prose.schemas.ts'

type FaultAt = (node: Nodes, message: string) => Fault
interface Reduction {
  blocks: ProseBlock[]
  faults: Fault[]
}

/** Reduces a Markdown tree to headings, paragraphs and flat lists; whatever else it holds becomes a fault, nothing is dropped silently. */
export const reduceProse = (root: Root, faultAt: FaultAt): Reduction => {
  const faults: Fault[] = []
  const refuse: Refuse = (node, message) => {
    const fault = faultAt(node, message)
    if (!faults.some(known => known.line === fault.line && known.message === fault.message)) faults.push(fault)
  }
  const blocks = root.children.flatMap(node => block(node, refuse))
  return { blocks, faults }
}

type Refuse = (node: Nodes, message: string) => void

const block = (node: RootContent, refuse: Refuse): ProseBlock[] => {
  switch (node.type) {
    case 'heading':
      return heading(node, refuse)
    case 'paragraph':
      return [{ kind: 'paragraph', content: spans(node.children, refuse) }]
    case 'list':
      return [{ kind: 'list', ordered: node.ordered ?? false, items: listItems(node, refuse) }]
    default:
      refuse(node, blockMessages[node.type] ?? 'Dieses Element ist hier nicht erlaubt. Bitte nehmen Sie Überschriften, Absätze und Listen.')
      return []
  }
}

const blockMessages: Partial<Record<RootContent['type'], string>> = {
  html: 'HTML ist hier nicht erlaubt. Bitte schreiben Sie den Text ohne spitze Klammern.',
  blockquote: 'Zitatblöcke mit > sind hier nicht erlaubt. Bitte schreiben Sie einen Absatz.',
  code: 'Eingerückte Blöcke und Code sind hier nicht erlaubt. Bitte rücken Sie den Absatz nicht ein.',
  definition: 'Bitte schreiben Sie die Adresse direkt in den Link: [Text](https://…).',
  thematicBreak: 'Trennlinien sind hier nicht erlaubt. Bitte nehmen Sie eine Überschrift mit ##.',
}

const heading = (node: Heading, refuse: Refuse): ProseBlock[] => {
  const { depth } = node
  if (node.children.length === 0) refuse(node, 'Die Überschrift ist leer. Bitte schreiben Sie ihren Text oder löschen Sie die Zeile.')
  else if (depth === 2 || depth === 3 || depth === 4) return [{ kind: 'heading', level: depth, content: spans(node.children, refuse) }]
  else refuse(node, 'Überschriften haben hier zwei bis vier #. Der Titel der Seite steht im Kopf unter „title“.')
  return []
}

const listItems = (list: List, refuse: Refuse): ProseSpan[][] =>
  list.children.flatMap(item => {
    const [first, more] = item.children
    if (first?.type === 'paragraph' && !more) return [spans(first.children, refuse)]
    refuse(more ?? item, 'Ein Listenpunkt ist hier genau ein Absatz, ohne Liste darin. Bitte teilen Sie ihn auf.')
    return []
  })

type Mark = 'strong' | 'emphasis' | null

const spans = (nodes: readonly PhrasingContent[], refuse: Refuse, mark: Mark = null): ProseSpan[] =>
  nodes.flatMap((node): ProseSpan[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' '), mark }]
      case 'strong':
      case 'emphasis':
        return spans(node.children, refuse, mark ?? node.type)
      case 'break':
        return [{ kind: 'break' }]
      case 'link':
        return link(node, refuse)
      default:
        refuse(node, spanMessages[node.type] ?? 'Dieses Element ist hier nicht erlaubt. Bitte nehmen Sie einfachen Text.')
        return []
    }
  })

const spanMessages: Partial<Record<PhrasingContent['type'], string>> = {
  html: 'HTML ist hier nicht erlaubt. Bitte schreiben Sie den Text ohne spitze Klammern.',
  image: 'Bilder sind hier nicht erlaubt. Bitte beschreiben Sie den Inhalt im Text.',
  inlineCode: 'Schrift zwischen ` ist hier nicht erlaubt. Bitte nehmen Sie einfachen Text.',
  linkReference: 'Bitte schreiben Sie die Adresse direkt in den Link: [Text](https://…).',
}

const link = (node: Extract<PhrasingContent, { type: 'link' }>, refuse: Refuse): ProseSpan[] => {
  const text = node.children.flatMap(child => spans([child], refuse)).map(span => (span.kind === 'break' ? ' ' : span.text)).join('')
  if (!isAllowedHref(node.url)) refuse(node, `Der Link „${node.url.slice(0, 60)}“ ist nicht erlaubt. Möglich sind https://, http://, mailto: und tel:.`)
  else if (text.trim() === '') refuse(node, 'Der Link hat keinen Text. Bitte schreiben Sie, wohin er führt.')
  else return [{ kind: 'link', text, href: node.url }]
  return []
}

const isAllowedHref = (href: string) => {
  if (href.length > 500 || /[\s<>"'\\\u0000-\u001F]/.test(href)) return false
  if (/^mailto:[^@/]+@[^@/]+$/i.test(href)) return true
  if (/^tel:\+?[0-9()./-]+$/i.test(href)) return true
  return /^https?:\/\/[^/]/i.test(href) && URL.canParse(href)
}
