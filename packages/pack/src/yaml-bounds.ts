import type { CST } from 'yaml'

export const maxFileBytes = 256 * 1024
export const maxDepth = 20
export const tooDeep = `Die Verschachtelung ist zu tief. Erlaubt sind ${maxDepth} Ebenen.`

interface Refusal {
  offset: number
  message: string
}

type Waiting = [token: CST.Token, depth: number]

/** Finds the first thing in the token tree that a pack may not use: deep nesting, anchors, aliases, tags, directives.
 *  Works without recursion, before any node is composed, so that hostile nesting costs nothing. */
export const findForbidden = (tokens: readonly CST.Token[]): Refusal | undefined => {
  const waiting: Waiting[] = tokens.map((token): Waiting => [token, 0]).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth] = next
    const refusal = refuse(token, depth)
    if (refusal) return refusal
    waiting.push(...children(token, depth))
  }
  return undefined
}

const refuse = (token: CST.Token, depth: number): Refusal | undefined => {
  if (depth > maxDepth) return { offset: token.offset, message: tooDeep }
  if (token.type === 'alias') return { offset: token.offset, message: 'Verweise mit * sind nicht erlaubt. Bitte schreiben Sie den Inhalt aus.' }
  if (token.type === 'directive') return { offset: token.offset, message: 'Zeilen mit % am Anfang sind nicht erlaubt. Bitte löschen Sie die Zeile.' }
  return refuseMarks(token)
}

const refuseMarks = (token: CST.Token): Refusal | undefined => {
  for (const mark of marks(token)) {
    if (mark.type === 'anchor') return { offset: mark.offset, message: 'Anker mit & sind nicht erlaubt. Bitte schreiben Sie den Inhalt aus.' }
    if (mark.type === 'tag') return { offset: mark.offset, message: 'Typangaben mit ! sind nicht erlaubt. Bitte löschen Sie die Angabe.' }
  }
  return undefined
}

const marks = (token: CST.Token): CST.Token[] => {
  if (token.type === 'document') return token.start
  if (token.type === 'block-scalar') return token.props
  if ('items' in token) return token.items.flatMap(item => [...item.start, ...(item.sep ?? [])])
  return []
}

const children = (token: CST.Token, depth: number): Waiting[] => {
  if (token.type === 'document') return token.value ? [[token.value, depth]] : []
  if (!('items' in token)) return []
  const inside = depth + 1
  return token.items.flatMap(item => [item.value, item.key].flatMap((child): Waiting[] => (child ? [[child, inside]] : [])))
}
