import type { FastifyRequest } from 'fastify'

/** What stands after the question mark; the first of several of one name counts, white space around it does not. */
export const paramsOf = ({ url }: Pick<FastifyRequest, 'url'>): ((name: string) => string) => {
  const at = url.indexOf('?')
  const params = new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
  return name => (params.get(name) ?? '').replaceAll('\0', '').toWellFormed().trim()
}

/** A word as it may stand in the database: one that is too long to be known there is none. */
export const wordOf = (text: string, longest = 64): string | null => (text === '' || text.length > longest ? null : text)

const mostPages = 9_999

/** Counts from 1; whatever is no page is the first. */
export const pageNumberOf = (text: string): number => (/^[1-9]\d{0,3}$/.test(text) ? Math.min(Number(text), mostPages) : 1)

export const lastPageOf = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize))
