import type { Category } from '@digitallotsen/domain/listing/category.schemas.ts'
import { searchText } from '../merchant/search-text.rules.ts'

/** How a word is spelt in a text. */
export type Spelling = {
  /** A text without any of these cannot have the word: they are looked for first. */
  parts: readonly string[]
  /** What the text must then fit; null where having a part is all. */
  pattern: RegExp | null
}

/** One word of a search: its spelling in the listings' own text, and the trades and districts it means. */
export type SearchWord = Spelling & { categories: string[]; districts: string[] }

export type Place = { id: string; name: string }

const mostWords = 5
/** Shorter ones say little beside longer ones, and stand in every text. */
const shortestBeside = 3
const longestWord = 24
/** Shorter ones would mean half the trades. */
const shortestForTrades = 3
const shortestForNear = 4

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

/** Stands for any one letter; no typed word holds it. */
const anyLetter = '\n'

/** Every spelling at most one step away. */
const nearSpellings = ({ word, letters }: Typed): string[] => {
  const signs = [...word]
  const at = (index: number, count: number, middle: string) => signs.slice(0, index).join('') + middle + signs.slice(index + count).join('')
  const changed = signs.flatMap((_, index) => [at(index, 1, anyLetter), at(index, 1, ''), ...(index > 0 ? [at(index, 0, anyLetter)] : [])])
  return [...new Set([word, ...changed, ...[...swapped(signs), ...swapped(letters)].map(order => order.join(''))])]
}

const longestPieceOf = (spelling: string): string => spelling.split(anyLetter).reduce((longest, piece) => (piece.length > longest.length ? piece : longest))

const nearSpelling = (typed: Typed): Spelling => {
  const { word } = typed
  const spellings = nearSpellings(typed)
  const half = Math.ceil(word.length / 2)
  // One step leaves one half of the word as it is, unless it is taken across the middle.
  const halves = [word.slice(0, half), word.slice(half)]
  const others = spellings.filter(spelling => !spelling.split(anyLetter).some(piece => halves.some(part => piece.includes(part)))).map(longestPieceOf)
  const pattern = spellings.map(spelling => spelling.split(anyLetter).map(piece => RegExp.escape(piece)).join('[^]')).join('|')
  return { parts: [...new Set([...halves, ...others])], pattern: new RegExp(pattern) }
}

const typedWords = (search: string): Typed[] =>
  search
    .normalize('NFC')
    .split(/\s+/)
    .map(typed => ({ word: searchText(typed).slice(0, longestWord).toWellFormed(), letters: [...typed].slice(0, longestWord).map(letter => searchText(letter)) }))
    .filter(({ word }, index, all) => word !== '' && all.findIndex(other => other.word === word) === index)
    .filter(({ word }, _index, all) => word.length >= shortestBeside || all.every(other => other.word.length < shortestBeside))
    .slice(0, mostWords)
    .toSorted((a, b) => b.word.length - a.word.length)

const tradesOf = (word: string, categories: readonly Category[], fits: (known: string) => boolean): string[] =>
  word.length < shortestForTrades ? [] : vocabularyOf(categories).filter(({ words }) => words.some(fits)).map(({ id }) => id)

const districtsOf = (word: string, places: readonly Place[], fits: (known: string) => boolean): string[] =>
  word.length < shortestForTrades ? [] : places.filter(({ name }) => wordsIn(searchText(name)).some(fits)).map(({ id }) => id)

const exactWord = (word: string, categories: readonly Category[], places: readonly Place[]): SearchWord => {
  const begins = (known: string) => known.startsWith(word)
  return { parts: [word], pattern: null, categories: tradesOf(word, categories, begins), districts: districtsOf(word, places, begins) }
}

/** The words as they were typed: each is looked for anywhere, and among the beginnings of the names of trades, their synonyms, and districts. */
export const exactWords = (search: string, categories: readonly Category[], places: readonly Place[] = []): SearchWord[] =>
  typedWords(search).map(({ word }) => exactWord(word, categories, places))

/** The same words with every spelling one step away; words of fewer than four letters stay as they are. */
export const nearWords = (search: string, categories: readonly Category[], places: readonly Place[] = []): SearchWord[] =>
  typedWords(search).map(typed => {
    const { word, letters } = typed
    if (word.length < shortestForNear) return exactWord(word, categories, places)
    const orders = new Set(swapped(letters).map(order => order.join('')))
    const fits = (known: string) => known.startsWith(word) || isNear(known, word) || orders.has(known)
    return {
      ...nearSpelling(typed),
      categories: tradesOf(word, categories, fits),
      districts: districtsOf(word, places, fits),
    }
  })

/** The trade that a business has named in its own words, where one of the list says the same. */
export const suggestCategory = (trade: string, categories: readonly Category[]): string | undefined => {
  const words = wordsIn(searchText(trade))
  return vocabularyOf(categories).find(entry => words.some(word => entry.words.includes(word)))?.id
}
