import { listingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Issue } from '../../lib/problem.ts'

/** What the server would refuse, by the same schema; loaded after the first screen, since it is as heavy as one. */
export const listIssues = (content: unknown): Issue[] =>
  (listingContent.safeParse(content).error?.issues ?? []).map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
