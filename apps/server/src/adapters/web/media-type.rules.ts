const essence = (contentType: string) => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Whether a body is written in signs at all; what does not say what it is, is not read. */
export const isWritten = (contentType: string): boolean =>
  /^(text\/.+|application\/(.+\+)?(xml|json)|application\/(javascript|ecmascript))$/.test(essence(contentType))

const looksLikePage = (text: string) => /<(!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4_000))

/** Whether a body can be read as a page: by its type, and where that says nothing or only XML, by its beginning. */
export const isPage = (contentType: string, text: string): boolean => {
  const type = essence(contentType)
  if (['text/html', 'application/xhtml+xml', 'text/plain'].includes(type)) return true
  return ['', 'text/xml', 'application/xml'].includes(type) && looksLikePage(text)
}
