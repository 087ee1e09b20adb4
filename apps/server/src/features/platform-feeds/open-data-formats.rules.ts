import { csvHead, csvRows } from './csv.rules.ts'
import type { OpenDataHead, OpenDataRow } from './open-data.rules.ts'

/** A file in parts, so that it can be sent while its rows are still being read. */
export type OpenDataFormat = {
  type: string
  head: (head: OpenDataHead) => string
  /** `isFirst`: nothing was written of the rows so far. Never asked for no rows. */
  rows: (head: OpenDataHead, rows: readonly OpenDataRow[], isFirst: boolean) => string
  tail: string
}

const listOf = (parts: readonly unknown[], isFirst: boolean): string => (isFirst ? '\n' : ',\n') + parts.map(part => JSON.stringify(part)).join(',\n')
/** An object that is still open: its last member is a list that follows. */
const openObject = (members: object, list: string): string => `${JSON.stringify(members).slice(0, -1)},${JSON.stringify(list)}:[`

type Point = { type: 'Point'; coordinates: [number, number] }

/** RFC 7946: longitude comes first, and a thing without a place is one too. */
const featureOf = ({ breite, laenge, ...properties }: OpenDataRow): { type: 'Feature'; id: string; geometry: Point | null; properties: object } => ({
  type: 'Feature', id: properties.id, geometry: breite === null || laenge === null ? null : { type: 'Point', coordinates: [laenge, breite] }, properties,
})

export const openDataFormats = {
  json: {
    type: 'application/json; charset=utf-8',
    head: head => openObject(head, 'betriebe'),
    rows: (_head, rows, isFirst) => listOf(rows, isFirst),
    tail: '\n]}\n',
  },
  geojson: {
    type: 'application/geo+json; charset=utf-8',
    head: head => openObject({ type: 'FeatureCollection', ...head }, 'features'),
    rows: (_head, rows, isFirst) => listOf(rows.map(featureOf), isFirst),
    tail: '\n]}\n',
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: csvHead,
    rows: csvRows,
    tail: '',
  },
} as const satisfies Record<string, OpenDataFormat>

export type OpenDataFormatName = keyof typeof openDataFormats
