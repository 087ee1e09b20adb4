/**
 * The rows of a full set, made by the database itself from the numbers of city and business: the same seed gives the same rows,
 * ids included. $1 seed, $2 first and $3 last city, $4 businesses per city.
 */
export const functions = [
  // A uuid whose version and variant are those of a random one.
  `create function pg_temp.made(given text) returns uuid language sql immutable
   return overlay(overlay(md5(given) placing '4' from 13) placing '8' from 17)::uuid`,
  `create function pg_temp.chance(given text, most int) returns int language sql immutable return (hashtext(given) & 2147483647) % most`,
  `create function pg_temp.token_hash(token text) returns text language sql immutable
   return translate(rtrim(encode(sha256(token::bytea), 'base64'), '='), '+/', '-_')`,
]

const businesses = 'from generate_series($2::int, $3::int) c cross join generate_series(1, $4::int) m'
const id = (kind: string, rest = `c || ':' || m`) => `pg_temp.made('${kind}:' || $1 || ':' || ${rest})`
const tenant = `pg_temp.made('city:' || $1 || ':' || c)`
const chance = (salt: string, most: number) => `pg_temp.chance('${salt}:' || $1 || ':' || c || ':' || m, ${most})`
const age = `(timestamptz '2026-01-01 08:00Z' + ${chance('age', 500_000)} * interval '1 minute')`

export const statements = {
  tenants: `insert into tenants (id, slug, name, state, framework_version, pack_revision)
    select ${tenant}, 'ort-' || c, ($4::text[])[c - $2 + 1], 'live', '1.0.0', 1 from generate_series($2::int, $3::int) c`,
  hosts: `insert into tenant_hosts (host, tenant_id) select 'ort-' || c || '.localhost', ${tenant} from generate_series($2::int, $3::int) c`,
  packs: `insert into pack_revisions (tenant_id, revision, framework_version, hash, content, source, applied_by)
    select ${tenant}, 1, '1.0.0', $4 || '-' || c,
      $5::jsonb || jsonb_build_object('slug', 'ort-' || c, 'hosts', jsonb_build_array('ort-' || c || '.localhost')), '{}', 'bench'
    from generate_series($2::int, $3::int) c`,
  people: `insert into people (tenant_id, id, email, display_name, created_at)
    select ${tenant}, ${id('person')}, 'person-' || m || '@ort-' || c || '.example', 'Person ' || m, ${age} from generate_series($2::int, $3::int) c cross join generate_series(0, $4::int) m`,
  merchants: `insert into merchants (tenant_id, id, name, search, postcode, district_id, state, score, band, open_musts, checked_at, latest_assessment_id, created_at, updated_at)
    select ${tenant}, ${id('merchant')}, trade || ' ' || family || addition, trade_search || ' ' || family_search || addition_search || ' ' || postcode,
      postcode, ($12::text[])[place], case when ${chance('state', 50)} = 0 then 'paused' else 'active' end,
      score, case when score < 25 then 'start' when score < 50 then 'build' when score < 75 then 'secure' else 'model' end,
      ${chance('musts', 7)}, made_at + interval '2 hours', ${id('assessment')}, made_at, made_at
    from (select c, m, ${age} as made_at, ${chance('score', 10_000)} / 100.0 as score,
        ${chance('trade', 32)} + 1 as t, ${chance('family', 80)} + 1 as f, ${chance('addition', 14)} + 1 as a, ${chance('place', 5)} + 1 as place ${businesses}) drawn
    cross join lateral (select ($5::text[])[t] as trade, ($6::text[])[t] as trade_search, ($7::text[])[f] as family, ($8::text[])[f] as family_search,
      ($9::text[])[a] as addition, ($10::text[])[a] as addition_search, ($11::text[])[place] as postcode) words`,
  memberships: `insert into memberships (tenant_id, person_id, role, merchant_id, position)
    select ${tenant}, ${id('person')}, case when m = 0 then 'office' else 'merchant' end, case when m > 0 then ${id('merchant')} end, case when m > 0 then 'owner' end
    from generate_series($2::int, $3::int) c cross join generate_series(0, $4::int) m`,
  sessions: `insert into sessions (tenant_id, id, person_id, token_hash, device, expires_at)
    select ${tenant}, ${id('session')}, ${id('person')}, pg_temp.token_hash('token-' || $1 || '-' || c || '-' || m), 'Browser', now() + interval '1000 days'
    from generate_series($2::int, $3::int) c cross join generate_series(0, $4::int) m`,
  assessments: `insert into assessments (tenant_id, id, merchant_id, edition, kind, moment, perspective, state, claimed_at, submitted_at, framework_version, pack_revision, result, created_at)
    select ${tenant}, ${id('assessment')}, ${id('merchant')}, 'DLC-1.0', 'full', 'T0', 'self', 'submitted', made_at, made_at, '1.0.0', 1,
      jsonb_build_object('result', jsonb_build_object('total', ${chance('score', 10_000)} / 100.0, 'band', 'build')), made_at
    from (select c, m, ${age} as made_at ${businesses}) drawn`,
  plans: `insert into plans (tenant_id, id, merchant_id, assessment_id, selection, created_at)
    select ${tenant}, ${id('plan')}, ${id('merchant')}, ${id('assessment')}, '{"waived":[]}', ${age} ${businesses}`,
  tasks: `insert into tasks (tenant_id, id, plan_id, merchant_id, measure_id, item_id, stage, rank, priority, state, finished_at, created_at)
    select ${tenant}, ${id('task', `c || ':' || m || ':' || n`)}, ${id('plan')}, ${id('merchant')}, 'M-' || n || '.1', n || '.1', 'base', n, 9 - n,
      case when n <= done then 'done' when n = done + 1 then 'in_progress' else 'open' end, case when n <= done then made_at end, made_at
    from (select c, m, ${age} as made_at, ${chance('done', 5)} as done ${businesses}) drawn cross join generate_series(1, 5) n`,
  taskEvents: `insert into task_events (tenant_id, task_id, merchant_id, at, actor_person_id, kind, details)
    select ${tenant}, ${id('task', `c || ':' || m || ':' || n`)}, ${id('merchant')}, ${age} + n * interval '1 day', ${id('person')},
      (array['task_started', 'task_finished', 'task_scheduled'])[n], '{}' ${businesses} cross join generate_series(1, 3) n`,
  // Live pages: $4 in the first city, $5 in each other one; they belong to businesses of their own, beside those above.
  listings: `insert into listings (tenant_id, id, merchant_id, slug, state, draft, name_key, search, district_id, category_ids, languages, accessibility, lat, lon, hours, card,
      first_published_at, published_at, updated_at, created_at)
    select ${tenant}, ${id('listing')}, ${id('listed')}, 'betrieb-' || m, 'published', '{}', trade_search || ' ' || family_search || addition_search,
      trade_search || ' ' || family_search || addition_search || ' hauptstrasse ' || m || ' ' || postcode || ' musterstadt', ($13::text[])[place], array[($14::text[])[t]],
      case when ${chance('speaks', 4)} = 0 then '{de,tr}' else '{de}' end::text[], case when ${chance('access', 3)} = 0 then '{wheelchair}' else '{}' end::text[],
      51.5 + m / 100000.0, 7.2 + m / 100000.0,
      jsonb_build_object('week', (select jsonb_object_agg(day, case when day = 'su' then '[]'::jsonb else
          jsonb_build_array(jsonb_build_object('from', '09:00', 'to', case when day = 'sa' then '14:00' else (16 + ${chance('closes', 5)}) || ':00' end)) end)
          from unnest('{mo,tu,we,th,fr,sa,su}'::text[]) day),
        'holidays', '{"kind":"closed"}'::jsonb, 'special', '[]'::jsonb, 'vacations', '[]'::jsonb, 'byAppointment', false, 'note', null),
      jsonb_build_object('name', trade || ' ' || family || addition, 'tagline', trade || ' seit drei Generationen, mit Beratung und Lieferung im Ort', 'street', 'Hauptstraße ' || m,
        'postcode', postcode, 'photo', null), made_at, made_at, made_at, made_at
    from (select c, m, ${age} as made_at, ${chance('trade', 32)} + 1 as t, ${chance('family', 80)} + 1 as f, ${chance('addition', 14)} + 1 as a, ${chance('place', 5)} + 1 as place
      from generate_series($2::int, $3::int) c cross join lateral generate_series(1, case when c = 1 then $4::int else $5::int end) m) drawn
    cross join lateral (select ($6::text[])[t] as trade, ($7::text[])[t] as trade_search, ($8::text[])[f] as family, ($9::text[])[f] as family_search,
      ($10::text[])[a] as addition, ($11::text[])[a] as addition_search, ($12::text[])[place] as postcode) words`,
  figures: `insert into tenant_figures (tenant_id, merchants, assessments, plans, tasks_done, updated_at)
    select tenant_id, sum(merchants), sum(assessments), sum(plans), sum(tasks_done), now() from (
      select tenant_id, count(*) as merchants, 0 as assessments, 0 as plans, 0 as tasks_done from merchants where state = 'active' group by 1
      union all select tenant_id, 0, count(*), 0, 0 from assessments where state = 'submitted' group by 1
      union all select tenant_id, 0, 0, count(*), 0 from plans where state = 'active' group by 1
      union all select tenant_id, 0, 0, 0, count(*) from tasks where state = 'done' group by 1) counted
    group by tenant_id on conflict (tenant_id) do update set merchants = excluded.merchants, assessments = excluded.assessments, plans = excluded.plans, tasks_done = excluded.tasks_done`,
} as const

export const businessTables = ['merchants', 'people', 'memberships', 'sessions', 'assessments', 'plans', 'tasks', 'task_events', 'listings'] as const
