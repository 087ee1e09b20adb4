import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

/** A trade as it is looked for: its names, and what people call it. */
export type Trade = { id: string; label: Readonly<Record<Locale, string>>; synonyms: readonly string[] }

/** "Bäcker", "Baecker" and "baecker" are one word. */
export const plainText = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')

const wordsIn = (text: string): string[] => plainText(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** One letter too many, too few, another, or two that changed places. */
export const isNear = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const [left, right] = [endA - start, endB - start]
  return (left <= 1 && right <= 1) || (left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start])
}

const shortestForNear = 4

/** 3: the name begins so · 2: a synonym does · 1: somewhere inside, or a slip of one letter · 0: not at all. */
const fit = ({ label, synonyms }: Trade, word: string): number => {
  const names = [label.de, label.en].flatMap(wordsIn)
  const others = synonyms.flatMap(wordsIn)
  if (names.some(name => name.startsWith(word))) return 3
  if (others.some(name => name.startsWith(word))) return 2
  if ([...names, ...others].some(name => (word.length > 2 && name.includes(word)) || (word.length >= shortestForNear && isNear(name, word)))) return 1
  return 0
}

/** The trades that every word of the search fits, the best first; none for an empty search. */
export const searchTrades = <T extends Trade>(trades: readonly T[], search: string): T[] => {
  const words = wordsIn(search)
  if (words.length === 0) return []
  return trades
    .map(trade => ({ trade, points: words.map(word => fit(trade, word)) }))
    .filter(({ points }) => points.every(point => point > 0))
    .toSorted((a, b) => sum(b.points) - sum(a.points))
    .map(({ trade }) => trade)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
