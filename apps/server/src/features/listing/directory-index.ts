import { LRUCache } from 'lru-cache'
import { isOpenAt, type Asked } from '@digitallotsen/domain/listing/hours.rules.ts'
import type { OpeningHours } from '@digitallotsen/domain/listing/hours.schemas.ts'
import type { DirectoryFilter } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { SearchWord } from './search.rules.ts'

/** What of a live page is searched and filtered by. */
export type IndexedListing = {
  id: string
  search: string
  districtId: string | null
  categoryIds: readonly string[]
  languages: readonly string[]
  accessibility: readonly string[]
  hours: OpeningHours | null
}

export type Filters = Omit<DirectoryFilter, 'search'> & { words: readonly SearchWord[] }
export type Counts = { total: number; byDistrict: { id: string; count: number }[]; byCategory: { id: string; count: number }[] }

/** Places in the list, one sign for each: 1 where it is meant. */
type Marks = Uint8Array
/** Places in the list by a word that stands at them. */
type Places = ReadonlyMap<string, readonly number[]>

/** Kept words of a city; 5,000 businesses take 5 kB for each. */
const mostWords = 200

/** Ends each text; no word that is looked for holds it. */
const end = '\n'

const placesOf = (listings: readonly IndexedListing[], wordsOf: (listing: IndexedListing) => readonly string[]): Places => {
  const places = new Map<string, number[]>()
  listings.forEach((listing, place) => {
    for (const word of new Set(wordsOf(listing))) {
      const known = places.get(word)
      if (known) known.push(place)
      else places.set(word, [place])
    }
  })
  return places
}

const countsIn = (places: Places) => [...places].map(([id, at]) => ({ id, count: at.length }))

/** The live pages of one city as they stood at one moment, in the order of the list: found without asking the database. */
export class DirectoryIndex {
  readonly #listings: readonly IndexedListing[]
  readonly #ids: readonly string[]
  /** All texts, one after the other: one long text is searched faster than many short ones. */
  readonly #text: string
  readonly #starts: Uint32Array
  readonly #districts: Places
  readonly #categories: Places
  readonly #languages: Places
  readonly #accessibility: Places
  readonly #words = new LRUCache<string, Marks>({ max: mostWords })
  #open: { minute: string; marks: Marks } = { minute: '', marks: new Uint8Array(0) }

  /** `listings` in the order in which they are to be shown. */
  constructor(listings: readonly IndexedListing[]) {
    this.#listings = listings
    this.#ids = listings.map(({ id }) => id)
    this.#text = listings.map(({ search }) => search + end).join('')
    this.#starts = new Uint32Array(listings.length + 1)
    listings.forEach(({ search }, place) => (this.#starts[place + 1] = this.#start(place) + search.length + end.length))
    this.#districts = placesOf(listings, ({ districtId }) => (districtId === null ? [] : [districtId]))
    this.#categories = placesOf(listings, ({ categoryIds }) => categoryIds)
    this.#languages = placesOf(listings, ({ languages }) => languages)
    this.#accessibility = placesOf(listings, ({ accessibility }) => accessibility)
  }

  get size(): number {
    return this.#listings.length
  }

  counts(): Counts {
    return { total: this.size, byDistrict: countsIn(this.#districts), byCategory: countsIn(this.#categories) }
  }

  /** Ids of all that fits, in the order of the list; `open`: only who is open in that minute. */
  find({ district, category, language, accessibility, words }: Filters, open: Asked | null): string[] {
    const left = new Uint8Array(this.size).fill(1)
    const keep = (marks: Marks) => {
      for (let place = 0; place < left.length; place++) if (marks[place] === 0) left[place] = 0
    }
    if (district !== undefined) keep(this.#mark([this.#districts.get(district)]))
    if (category !== undefined) keep(this.#mark([this.#categories.get(category)]))
    if (language !== undefined) keep(this.#mark([this.#languages.get(language)]))
    if (accessibility !== undefined) keep(this.#mark([this.#accessibility.get(accessibility)]))
    for (const word of words) if (left.includes(1)) keep(this.#spelt(word))
    if (open !== null) keep(this.#openAt(open))
    const found: string[] = []
    for (let place = left.indexOf(1); place >= 0; place = left.indexOf(1, place + 1)) found.push(this.#ids[place] ?? '')
    return found
  }

  /** Who is open is worked out once a minute, whoever asks. */
  #openAt(asked: Asked): Marks {
    const minute = `${asked.zone} ${Math.floor(asked.instant.getTime() / 60_000)}`
    if (this.#open.minute !== minute) {
      const marks = new Uint8Array(this.size)
      this.#listings.forEach(({ hours }, place) => {
        if (hours !== null && isOpenAt(hours, asked)) marks[place] = 1
      })
      this.#open = { minute, marks }
    }
    return this.#open.marks
  }

  /** What stands in every text takes longest to look for, and is asked for most: each word is looked for once. */
  #spelt(word: SearchWord): Marks {
    const key = JSON.stringify([word.parts, word.pattern?.source, word.categories, word.districts])
    const marks = this.#words.get(key) ?? this.#lookFor(word)
    this.#words.set(key, marks)
    return marks
  }

  #lookFor({ parts, pattern, categories, districts }: SearchWord): Marks {
    const marks = this.#mark([...categories.map(id => this.#categories.get(id)), ...districts.map(id => this.#districts.get(id))])
    for (const part of parts) {
      for (let at = this.#text.indexOf(part), place = 0; at >= 0; at = this.#text.indexOf(part, this.#start(place))) {
        while (this.#start(place + 1) <= at) place++
        if (marks[place] === 0 && (pattern === null || pattern.test(this.#listings[place]?.search ?? ''))) marks[place] = 1
        place++
      }
    }
    return marks
  }

  #mark(places: readonly (readonly number[] | undefined)[]): Marks {
    const marks = new Uint8Array(this.size)
    for (const each of places) for (const place of each ?? []) marks[place] = 1
    return marks
  }

  /** Where the text of a place begins; past the last one, the end of all. */
  #start(place: number): number {
    return this.#starts[place] ?? this.#text.length
  }
}
