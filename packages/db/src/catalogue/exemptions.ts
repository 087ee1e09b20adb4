/** Exceptions from the catalogue's rules. Each says why it is none for the wall; an entry goes when its reason does. */

export interface OpenTable {
  readonly table: string
  /** All that each role may do; anything beyond is a violation. */
  readonly app: readonly Privilege[]
  readonly operator: readonly Privilege[]
  readonly reason: string
}

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

/** R04: tables without a wall that a session may touch. */
export const openTables: readonly OpenTable[] = [
  {
    table: 'public.tenants',
    app: ['SELECT'],
    operator: ['SELECT', 'INSERT', 'UPDATE'],
    reason: 'Which cities there are is public: each has a website. It holds no row of any person.',
  },
  {
    table: 'public.tenant_hosts',
    app: ['SELECT'],
    operator: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    reason: 'The host name has to be looked up before the city is known; host names are public.',
  },
  {
    table: 'public.framework_releases',
    app: ['SELECT'],
    operator: ['SELECT', 'INSERT'],
    reason: 'The Handlungsrahmen is the same for every city and is published.',
  },
  {
    table: 'public.operators',
    app: [],
    operator: ['SELECT', 'INSERT', 'UPDATE'],
    reason: 'The accounts of the operator belong to no city; the app has no right here.',
  },
  {
    table: 'public.operator_sign_in_codes',
    app: [],
    operator: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    reason: 'Sign-in to the console belongs to no city; the app has no right here.',
  },
  {
    table: 'public.operator_sessions',
    app: [],
    operator: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    reason: 'Sessions of the console belong to no city; the app has no right here.',
  },
  {
    table: 'public.tenant_figures',
    app: [],
    operator: ['SELECT'],
    reason: 'Counts per city for the operator; the app has no right here and writes through publish_figures alone.',
  },
  {
    table: 'drizzle.__drizzle_migrations',
    app: ['SELECT'],
    operator: ['SELECT'],
    reason: 'A server reads at its start whether a migration is pending; the rows are hashes and dates.',
  },
]

export interface DefinerFunction {
  readonly signature: string
  readonly owner: string
  /** SHA-256 of the body as stored, so that an allowed name cannot get another content. */
  readonly bodyHash: string
  readonly reason: string
}

/** R13: functions with their owner's rights that a session may call. */
export const definerFunctions: readonly DefinerFunction[] = [
  {
    signature: 'public.enqueue_job(task text, payload jsonb, job_key text, run_at timestamp with time zone)',
    owner: 'dl_jobs',
    bodyHash: '4972a6a8a19b5cae17335b0c2fabdba076ab7192ce88a6382b8089306d2838e3',
    reason: 'Enqueues in the caller’s transaction. Its owner sees the queue alone, and the city is that of the transaction.',
  },
  {
    signature: 'public.publish_figures(merchants integer, assessments integer, plans integer, tasks_done integer)',
    owner: 'dl_owner',
    bodyHash: 'abae741cb1f13dedf8eeeb736d839e889350519641b5b892fe5d7b22da1f6db3',
    reason: 'The only way into tenant_figures: writes one row of counts, for the city of the transaction; takes nothing but integers.',
  },
]

export interface OperatorTable {
  readonly table: string
  readonly may: readonly Privilege[]
  readonly reason: string
}

/** R28: walled tables that the operator's role may touch, behind the same wall as the app. */
export const operatorTables: readonly OperatorTable[] = [
  {
    table: 'public.pack_revisions',
    may: ['SELECT', 'INSERT'],
    reason: 'The operator applies a city’s pack, with that city set; a pack holds settings and texts, no case.',
  },
]

export interface AppendOnlyTable {
  readonly table: string
  readonly reason: string
}

/** R27: tables that nobody may change or empty. */
export const appendOnlyTables: readonly AppendOnlyTable[] = [
  { table: 'public.audit_events', reason: 'The trace of who did what; a trace that can be changed is none.' },
  { table: 'public.mentorship_events', reason: 'The course of a mentorship, shown as evidence of the grant.' },
  { table: 'public.task_events', reason: 'The course of a task, shown as evidence of the grant.' },
  { table: 'public.listing_versions', reason: 'What a business has published, word for word; undo leads back to it.' },
  { table: 'public.listing_decisions', reason: 'Who let a page appear or took it down, and why.' },
  { table: 'public.pack_revisions', reason: 'A plan refers to the revision it was made with.' },
]

export interface AllowedExtension {
  readonly name: string
  readonly reason: string
}

/** R24: extensions that may be installed. */
export const allowedExtensions: readonly AllowedExtension[] = [
  { name: 'btree_gist', reason: 'Trusted, part of PostgreSQL: lets one constraint refuse two appointments of the same guide or business at once.' },
  { name: 'plpgsql', reason: 'Comes with every database; the language of enqueue_job and build_wall.' },
]
