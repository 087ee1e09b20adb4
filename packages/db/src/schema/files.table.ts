import { index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { bytes } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { people } from './people.table.ts'

/** Uploaded pictures after re-encoding, behind the same wall as every row. */
export const files = walledTable(
  'files',
  {
    contentType: text('content_type').notNull(),
    byteSize: integer('byte_size').notNull(),
    sha256: text('sha256').notNull(),
    width: integer('width'),
    height: integer('height'),
    data: bytes('data').notNull(),
    createdBy: uuid('created_by'),
  },
  t => [
    cityReference('files_created_by_fk', t, t.createdBy, people),
    index('files_sha256').on(t.tenantId, t.sha256),
    index('files_created_by').on(t.tenantId, t.createdBy),
  ],
)
