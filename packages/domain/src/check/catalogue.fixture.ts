import type { Answer, Level, Relevance } from './answer.schemas.ts'
import type { CheckCatalogue, CheckItem, Measure } from './catalogue.schemas.ts'

type Weight = CheckItem['weight']
type Marks = { must?: true; notApplicable?: true; measureId?: string; weeks?: number }
/** Id, weight, hours of the merchant's own time for its measure, and what else is said of it. */
type ItemRow = readonly [id: string, weight: Weight, hours: number, marks?: Marks]
type FieldRow = { id: string; target?: number; lead?: true; items: readonly ItemRow[] }

const asItem = ([id, weight, , marks = {}]: ItemRow): CheckItem => ({
  id,
  title: `Item ${id}`,
  question: `Question ${id}?`,
  weight,
  must: marks.must ?? false,
  notApplicable: marks.notApplicable ?? false,
  levels: ['none', 'some', 'sound', 'good', 'exemplary'],
  measureId: marks.measureId ?? `M-${id}`,
  webChecks: [],
})

const asMeasure = ([id, , merchantHours, marks = {}]: ItemRow): Measure => ({
  id: marks.measureId ?? `M-${id}`,
  title: `Measure ${id}`,
  what: 'what',
  why: 'why',
  how: ['step'],
  proof: 'proof',
  next: 'next',
  merchantHours,
  guideHours: 1,
  weeks: marks.weeks ?? 2,
  cost: '0 €',
  modules: [],
})

/** A catalogue from weights and hours; a measure that several rows name keeps the hours of the first. */
export const catalogueOf = (fields: readonly FieldRow[], edition = 'DLC-1.0'): CheckCatalogue => {
  const measures = new Map<string, Measure>()
  for (const measure of fields.flatMap(field => field.items.map(asMeasure))) {
    if (!measures.has(measure.id)) measures.set(measure.id, measure)
  }
  return {
    edition,
    fields: fields.map(({ id, target = 2, lead = false, items }) => ({
      id,
      title: `Field ${id}`,
      short: id,
      mission: 'mission',
      target,
      lead,
      items: items.map(asItem),
    })),
    measures: [...measures.values()],
  }
}

const must = { must: true } as const
const notApplicable = { notApplicable: true } as const

/** The weights, musts, hours and weeks of the Digital-Check DLC-1.0 (domain.md §2.3); its texts play no part in the rules. */
export const dlc1 = catalogueOf([
  {
    id: 'HF1',
    lead: true,
    items: [
      ['1.1', 2, 2],
      ['1.2', 3, 1, { ...must, weeks: 1 }],
      ['1.3', 2, 1.5],
      ['1.4', 1, 1, notApplicable],
      ['1.5', 2, 3, { weeks: 3 }],
      ['1.6', 1, 2],
    ],
  },
  {
    id: 'HF2',
    lead: true,
    target: 3,
    items: [
      ['2.1', 3, 3, { ...must, weeks: 3 }],
      ['2.2', 3, 8, { weeks: 8 }],
      ['2.3', 3, 2, must],
      ['2.4', 2, 1.5, { weeks: 4 }],
      ['2.5', 2, 6, { weeks: 6 }],
      ['2.6', 1, 1, { weeks: 3 }],
    ],
  },
  {
    id: 'HF3',
    items: [
      ['3.1', 2, 2, { weeks: 8 }],
      ['3.2', 2, 2, { weeks: 4 }],
      ['3.3', 1, 2, { weeks: 6 }],
      ['3.4', 3, 3, { weeks: 6 }],
      ['3.5', 1, 2, { weeks: 12 }],
      ['3.6', 1, 4, { ...notApplicable, weeks: 8 }],
    ],
  },
  {
    id: 'HF4',
    items: [
      ['4.1', 2, 3, { weeks: 3 }],
      ['4.2', 3, 3, { ...must, weeks: 6 }],
      ['4.3', 2, 10, { weeks: 10 }],
      ['4.4', 1, 4, { weeks: 6 }],
      ['4.5', 3, 4, { ...must, weeks: 4 }],
      ['4.6', 1, 2, { weeks: 3 }],
    ],
  },
  {
    id: 'HF5',
    items: [
      ['5.1', 3, 3, { ...must, weeks: 3 }],
      ['5.2', 2, 2],
      ['5.3', 2, 3, { weeks: 3 }],
      ['5.4', 1, 6, { ...notApplicable, weeks: 6 }],
      ['5.5', 1, 1, { weeks: 12 }],
      ['5.6', 1, 5, { ...notApplicable, weeks: 6 }],
    ],
  },
])

/** As on paper: a level, a level with its relevance, `?` for "Weiß ich nicht", `-` for "trifft nicht zu". */
type Mark = Level | readonly [Level, Relevance] | '?' | '-'

const asAnswer = (itemId: string, mark: Mark): Answer => {
  if (mark === '?') return { itemId, value: { kind: 'unknown' }, relevance: 'normal' }
  if (mark === '-') return { itemId, value: { kind: 'not_applicable' }, relevance: 'normal' }
  const [level, relevance] = typeof mark === 'number' ? ([mark, 'normal'] as const) : mark
  return { itemId, value: { kind: 'level', level }, relevance }
}

export const answersOf = (marks: Readonly<Record<string, Mark>>): Answer[] =>
  Object.entries(marks).map(([itemId, mark]) => asAnswer(itemId, mark))

/** Every item of the catalogue at one level, save those named. */
export const allAt = (catalogue: CheckCatalogue, level: Level, others: Readonly<Record<string, Mark>> = {}): Answer[] => {
  const items = catalogue.fields.flatMap(field => field.items)
  return items.map(({ id }) => asAnswer(id, others[id] ?? level))
}
