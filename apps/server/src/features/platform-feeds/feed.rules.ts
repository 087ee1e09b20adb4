/** What a feed reader is told, whatever format it reads; all addresses are absolute. */
export type FeedEntry = {
  /** Stays the same as long as the thing is the same. */
  id: string
  title: string
  url: string
  text: string
  categories: readonly string[]
  /** ISO; when it became visible, and when it was last changed. */
  published: string
  updated: string
}

export type Feed = {
  /** What the feed is, whichever address it has this time. */
  id: string
  title: string
  description: string
  author: string
  pageUrl: string
  selfUrl: string
  entries: readonly FeedEntry[]
  /** ISO; stands for the newest entry where there is none. */
  since: string
}

/** When anything in it was last changed. */
export const newestOf = ({ entries, since }: Feed): string => entries.map(({ updated }) => updated).toSorted().at(-1) ?? since
