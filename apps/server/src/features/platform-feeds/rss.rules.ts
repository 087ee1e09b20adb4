import { newestOf, type Feed, type FeedEntry } from './feed.rules.ts'
import { documentOf, element, textElement, type Xml } from './xml.rules.ts'

/** Minutes until a reader asks again. */
const ttl = '60'

/** RSS 2.0 wants the dates of mails (RFC 822). */
const mailDate = (iso: string): string => new Date(iso).toUTCString()

const item = ({ id, title, url, text, categories, published }: FeedEntry): Xml =>
  element(
    'item', {},
    textElement('title', title),
    textElement('link', url),
    element('guid', { isPermaLink: String(id === url) }, id),
    textElement('pubDate', mailDate(published)),
    ...categories.map(category => textElement('category', category)),
    textElement('description', text),
  )

/** RSS 2.0, with the one element of Atom that names the feed's own address. */
export const writeRss = (feed: Feed): string =>
  documentOf(
    element(
      'rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
      element(
        'channel', {},
        textElement('title', feed.title),
        textElement('link', feed.pageUrl),
        textElement('description', feed.description),
        textElement('language', 'de-DE'),
        textElement('lastBuildDate', mailDate(newestOf(feed))),
        textElement('ttl', ttl),
        element('atom:link', { href: feed.selfUrl, rel: 'self', type: 'application/rss+xml' }),
        ...feed.entries.map(item),
      ),
    ),
  )
