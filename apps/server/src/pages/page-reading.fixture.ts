/** How the tests look at a rendered page; in a test that runs with jsdom. */

export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** The text of each, its white space as one sees it. */
export const textIn = (page: ParentNode, selector: string): string[] => [...page.querySelectorAll(selector)].map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')

export const hrefsIn = (page: ParentNode, selector = 'a[href]'): string[] => [...page.querySelectorAll(selector)].map(link => link.getAttribute('href') ?? '')

export const metaOf = (page: Document, name: string): string | null | undefined => page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content')

/** What search engines read. */
export const dataIn = (page: Document): Record<string, unknown>[] =>
  [page.querySelector('script[type="application/ld+json"]')?.textContent ?? '[]'].flatMap(text => JSON.parse(text) as Record<string, unknown>[])

/** What a form sends. */
export const sentBy = (page: Document): [string, FormDataEntryValue][] => [...new FormData(page.querySelector('form') ?? undefined).entries()]
