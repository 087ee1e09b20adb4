import type { Category } from '@digitallotsen/domain/listing/category.schemas.ts'
import { searchText } from '../merchant/search-text.rules.ts'

/** One word of a search: LIKE patterns for the listings' own text, and the trades it means. */
export type SearchWord = { patterns: string[]; categories: string[] }

const mostWords = 6
const longestWord = 24
/** Shorter ones would mean half the trades. */
const shortestForTrades = 3
const shortestForNear = 4

const literal = (text: string) => text.replace(/[\\%_]/g, sign => `\\${sign}`)

type Vocabulary = readonly { id: string; words: readonly string[] }[]
const vocabularies = new WeakMap<readonly Category[], Vocabulary>()

const wordsIn = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= shortestForTrades)

const vocabularyOf = (categories: readonly Category[]): Vocabulary => {
  const known = vocabularies.get(categories)
  if (known) return known
  const made = categories.map(({ id, label, synonyms }) => ({ id, words: [...new Set([label.de, label.en, ...synonyms].flatMap(text => wordsIn(searchText(text))))] }))
  vocabularies.set(categories, made)
  return made
}

/** One letter too many, too few, another or two that changed places: optimal string alignment of at most 1. */
export const isNear = (a: string, b: string): boolean => {
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const [left, right] = [endA - start, endB - start]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** A word as it was typed, letter by letter in the way it is looked for: an umlaut is one letter, and two signs. */
type Typed = { word: string; letters: string[] }

const swapped = (letters: readonly string[]): string[][] =>
  letters.flatMap((letter, index) => {
    const next = letters[index + 1]
    return next === undefined || next === letter ? [] : [letters.with(index, next).with(index + 1, letter)]
  })

/** Every spelling at most one step away, as patterns; `_` stands for any one letter. */
const nearPatterns = ({ word, letters }: Typed): string[] => {
  const signs = [...word]
  const at = (index: number, count: number, middle: string) => `${literal(signs.slice(0, index).join(''))}${middle}${literal(signs.slice(index + count).join(''))}`
  const changed = signs.flatMap((_, index) => [at(index, 1, '_'), at(index, 1, ''), ...(index > 0 ? [at(index, 0, '_')] : [])])
  return [...new Set([literal(word), ...changed, ...[...swapped(signs), ...swapped(letters)].map(order => literal(order.join('')))])]
}

const typedWords = (search: string): Typed[] =>
  search
    .normalize('NFC')
    .split(/\s+/)
    .map(typed => ({ word: searchText(typed).slice(0, longestWord).toWellFormed(), letters: [...typed].slice(0, longestWord).map(letter => searchText(letter)) }))
    .filter(({ word }) => word !== '')
    .slice(0, mostWords)

const tradesOf = (word: string, categories: readonly Category[], fits: (known: string) => boolean): string[] =>
  word.length < shortestForTrades ? [] : vocabularyOf(categories).filter(({ words }) => words.some(fits)).map(({ id }) => id)

const exactWord = (word: string, categories: readonly Category[]): SearchWord => ({
  patterns: [`%${literal(word)}%`], categories: tradesOf(word, categories, known => known.startsWith(word)),
})

/** The words as they were typed: each is looked for anywhere, and among the beginnings of the trades' names and synonyms. */
export const exactWords = (search: string, categories: readonly Category[]): SearchWord[] => typedWords(search).map(({ word }) => exactWord(word, categories))

/** The same words with every spelling one step away; words of fewer than four letters stay as they are. */
export const nearWords = (search: string, categories: readonly Category[]): SearchWord[] =>
  typedWords(search).map(typed => {
    const { word, letters } = typed
    if (word.length < shortestForNear) return exactWord(word, categories)
    const orders = new Set(swapped(letters).map(order => order.join('')))
    return {
      patterns: nearPatterns(typed).map(pattern => `%${pattern}%`),
      categories: tradesOf(word, categories, known => known.startsWith(word) || isNear(known, word) || orders.has(known)),
    }
  })

/** The trade that a business has named in its own words, where one of the list says the same. */
export const suggestCategory = (trade: string, categories: readonly Category[]): string | undefined => {
  const words = wordsIn(searchText(trade))
  return vocabularyOf(categories).find(entry => words.some(word => entry.words.includes(word)))?.id
}
