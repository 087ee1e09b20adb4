import type { Answer } from '../testing/test-app.ts'

const patterns = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<id>'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>'],
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, '<token>'],
] as const

/** The body without what differs from one call to the next by design: ids, moments, tokens. */
const steady = (body: string) => patterns.reduce((text, [pattern, word]) => text.replace(pattern, word), body)

/** What an asker can tell two answers apart by: status, names of the headers, kind and text of the body. */
export const toComparable = ({ status, headers, body }: Answer): string =>
  JSON.stringify({ status, names: Object.keys(headers).sort(), type: headers['content-type'], body: steady(body) })

export const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300

export const partsOf = (answer: Answer): string[] => {
  const parts: unknown = JSON.parse(answer.body)
  return Array.isArray(parts) ? parts.map(part => steady(JSON.stringify(part))) : []
}

/** All that an answer tells, headers included. */
export const textOf = ({ headers, body }: Answer): string => `${JSON.stringify(headers)} ${body}`
