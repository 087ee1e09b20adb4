import { newestOf, type Feed, type FeedEntry } from './feed.rules.ts'
import { documentOf, element, textElement, type Xml } from './xml.rules.ts'

const entry = ({ id, title, url, text, categories, published, updated }: FeedEntry): Xml =>
  element(
    'entry', {},
    textElement('id', id),
    textElement('title', title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    textElement('published', published),
    textElement('updated', updated),
    ...categories.map(term => element('category', { term })),
    element('summary', { type: 'text' }, text),
  )

/** Atom (RFC 4287). */
export const writeAtom = (feed: Feed): string =>
  documentOf(
    element(
      'feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'de' },
      textElement('id', feed.id),
      textElement('title', feed.title),
      textElement('subtitle', feed.description),
      textElement('updated', newestOf(feed)),
      element('author', {}, textElement('name', feed.author)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
      ...feed.entries.map(entry),
    ),
  )
