-- Walls and grants of the first tables; src/catalogue-proof.ts looks at the result in every database at every start.

-- A city's rows, kept and corrected by the city's own people through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY[
  'people', 'memberships', 'sign_in_codes', 'sessions', 'rate_counters', 'idempotency_keys', 'mails', 'files',
  'merchants', 'assessments', 'answers', 'plans', 'tasks', 'evidence'
]::regclass[]) AS walled;
--> statement-breakpoint
-- Traces: written once, never changed.
SELECT dl.build_wall(walled, 'select, insert') FROM unnest(ARRAY['audit_events', 'task_events']::regclass[]) AS walled;
--> statement-breakpoint
-- The pack is the operator's to apply, with the tenant set; the app only reads it.
SELECT dl.build_wall('pack_revisions', 'select', 'select, insert');
--> statement-breakpoint

-- Tables without a wall. Each stands on the exempt list of src/catalogue/exemptions.ts with its reason.
GRANT SELECT ON tenants, tenant_hosts, framework_releases TO dl_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tenants TO dl_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_hosts TO dl_operator;
--> statement-breakpoint
GRANT SELECT, INSERT ON framework_releases TO dl_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON operators TO dl_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON operator_sign_in_codes, operator_sessions TO dl_operator;
--> statement-breakpoint
GRANT SELECT ON tenant_figures TO dl_operator;
--> statement-breakpoint
-- So that a server can tell at its start whether a migration is pending.
GRANT USAGE ON SCHEMA drizzle TO dl_app, dl_operator;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO dl_app, dl_operator;
--> statement-breakpoint

-- The two tables point at each other, so drizzle's files cannot both say it.
ALTER TABLE merchants ADD CONSTRAINT merchants_latest_assessment_fk
  FOREIGN KEY (tenant_id, latest_assessment_id) REFERENCES assessments (tenant_id, id);
--> statement-breakpoint
CREATE INDEX merchants_latest_assessment ON merchants (tenant_id, latest_assessment_id);
--> statement-breakpoint

-- Names are sorted as people expect it: Ä beside A, capitals beside small letters. The database's own order is by code point.
ALTER TABLE merchants ALTER COLUMN name TYPE text COLLATE "de-x-icu";
--> statement-breakpoint

-- Hands the operator a city's figures. Definer rights, because nobody else may write the table; the city is that of the
-- transaction, whatever the caller says.
CREATE FUNCTION publish_figures(merchants integer, assessments integer, plans integer, tasks_done integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  city CONSTANT uuid := public.current_tenant();
BEGIN
  IF city IS NULL THEN
    RAISE EXCEPTION 'figures belong to a city: no tenant is set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.tenant_figures AS figures (tenant_id, merchants, assessments, plans, tasks_done, updated_at)
  VALUES (city, publish_figures.merchants, publish_figures.assessments, publish_figures.plans, publish_figures.tasks_done, now())
  ON CONFLICT (tenant_id) DO UPDATE
    SET merchants = excluded.merchants, assessments = excluded.assessments, plans = excluded.plans,
        tasks_done = excluded.tasks_done, updated_at = excluded.updated_at;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION publish_figures(integer, integer, integer, integer) TO dl_app;
--> statement-breakpoint

-- Puts a job into the queue in the caller's own transaction. The job's city is that of the transaction, whatever the
-- payload says, and job keys of two cities never meet. Owned by dl_jobs: definer rights reach the queue and nothing else.
CREATE FUNCTION enqueue_job(task text, payload jsonb, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  city CONSTANT uuid := public.current_tenant();
BEGIN
  IF city IS NULL THEN
    RAISE EXCEPTION 'a job belongs to a city: no tenant is set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF jsonb_typeof(payload) IS DISTINCT FROM 'object' THEN
    RAISE EXCEPTION 'a job''s payload is an object' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => enqueue_job.task,
    payload => (enqueue_job.payload || jsonb_build_object('tenant_id', city))::json,
    run_at => enqueue_job.run_at,
    job_key => city || ':' || enqueue_job.job_key);
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job(text, jsonb, text, timestamptz) TO dl_app;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dl_jobs;
--> statement-breakpoint
ALTER FUNCTION enqueue_job(text, jsonb, text, timestamptz) OWNER TO dl_jobs;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dl_jobs;
