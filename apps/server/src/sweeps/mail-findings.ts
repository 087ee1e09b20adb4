import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { MailScene, MailWords } from '../features/mail/mail-words.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const tags = new Set(['html', 'head', 'meta', 'title', 'body', 'div', 'p', 'a', 'b', 'br', 'hr', 'ul', 'li'])
const attributes = new Set(['charset', 'content', 'href', 'lang', 'name', 'style'])
const block = new Set(['p', 'div', 'li', 'br', 'hr'])

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const isElement = (node: Node): node is Element => 'tagName' in node
const elementsOf = (node: Node): Element[] => [...(isElement(node) ? [node] : []), ...childrenOf(node).flatMap(elementsOf)]

const shownText = (node: Node): string => {
  if ('value' in node) return node.value
  if (isElement(node) && node.tagName === 'head') return ''
  const inner = childrenOf(node).map(shownText).join('')
  return isElement(node) && block.has(node.tagName) ? ` ${inner} ` : inner
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim()

const linkLine = /^https?:\/\/\S+$/

/** The text as the HTML shows it: addresses stand behind their labels, and a list has its dots. */
const readable = (text: string): string => {
  const lines = text.split('\n').map(line => line.trim())
  return wordsOf(
    lines
      .map((line, index) => (linkLine.test(lines[index + 1] ?? '') ? line.replace(/:$/, '') : line))
      .filter(line => line !== '--' && !linkLine.test(line))
      .map(line => line.replace(/^- /, ''))
      .join('\n'),
  )
}

/** What is wrong with a mail that any mail has to have right; nothing, where it is right. */
export const listMailFaults = ({ pack, origin, locale }: MailScene, { subject, text, html }: MailWords): string[] => {
  const document = parse(html)
  const elements = elementsOf(document)
  const links = elements.filter(({ tagName }) => tagName === 'a').map(({ attrs }) => attrs.find(({ name }) => name === 'href')?.value ?? '')
  const textLinks = text.split('\n').filter(line => linkLine.test(line))
  const plain = wordsOf(text)
  const faults: [string, boolean][] = [
    ['no subject', subject.trim() === '' || subject.length > 200],
    ['a subject of more than one line', /[\p{Cc}\u2028\u2029]/u.test(subject)],
    ['no text', plain.length < 80],
    ['text and HTML differ', wordsOf(shownText(document)) !== readable(text)],
    ['links differ', JSON.stringify(links) !== JSON.stringify(textLinks)],
    ['a link that leaves the city', links.some(link => !URL.canParse(link) || new URL(link).origin !== origin)],
    ['a foreign tag', elements.some(({ tagName }) => !tags.has(tagName))],
    ['a foreign attribute', elements.some(({ attrs }) => attrs.some(({ name }) => !attributes.has(name)))],
    ['something is loaded', /url\(|@import|<img|src=/i.test(html.replace(/&lt;[\s\S]*?&gt;/g, ''))],
    ['a colour is named', /color: ?[#a-z]|background/i.test(html)],
    ['another language', !html.includes(`<html lang="${locale}">`)],
    ['a name begins a line of its own', /(^|[\r\n\u2028])Bcc:/.test(text)],
    ['a value without words', /\b(undefined|null|NaN|\[object )/.test(plain)],
  ]
  const named = [pack.name, pack.programme, pack.city.contact.organisation]
  return [...faults.flatMap(([fault, is]) => (is ? [fault] : [])), ...named.flatMap(name => (plain.includes(wordsOf(name)) ? [] : [`does not name ${name}`]))]
}
