import { getDocumentProxy } from 'unpdf'

export type Node = { role: string; alt?: string; children: Node[] }
export type Piece = { text: string; x: number; y: number; width: number; height: number }
export type ReadPdf = {
  title: string
  language: string
  marked: boolean
  pages: { pieces: Piece[]; tree: Node[] }[]
  text: string
}

type RawNode = { role?: string; alt?: string; children?: RawNode[] }

const toNodes = (node: RawNode): Node[] => {
  const children = (node.children ?? []).flatMap(toNodes)
  if (!node.role || node.role === 'Root') return children
  return [{ role: node.role, ...(node.alt ? { alt: node.alt } : {}), children }]
}

/** What a reader finds in a PDF: words with their places, the structure, what the document says of itself. */
export const readPdf = async (pdf: Buffer): Promise<ReadPdf> => {
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = (await proxy.getMetadata()) as unknown as { info: { Title: string; Language: string } }
  const mark = await proxy.getMarkInfo()
  const pages = []
  for (let number = 1; number <= proxy.numPages; number++) {
    const page = await proxy.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width, height: item.height }] : []))
    pages.push({ pieces, tree: toNodes((await page.getStructTree()) as RawNode) })
  }
  const text = pages.flatMap(page => page.pieces.map(piece => piece.text)).join(' ')
  return { title: info.Title, language: info.Language, marked: mark?.Marked ?? false, pages, text }
}

export const listRoles = (nodes: readonly Node[]): string[] => nodes.flatMap(node => [node.role, ...listRoles(node.children)])
export const listNodes = (nodes: readonly Node[]): Node[] => nodes.flatMap(node => [node, ...listNodes(node.children)])
