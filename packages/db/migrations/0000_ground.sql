-- What every table stands on. Applied by dl_owner, a role without login; the roles themselves come from src/roles.ts.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dl_app, dl_operator, dl_jobs;
--> statement-breakpoint

-- The city of the running transaction, NULL outside of one. After a transaction the setting is '' rather than absent,
-- and ''::uuid would raise. A body in the standard's form is bound to its operators here and now, so that no search_path
-- can change its meaning.
CREATE FUNCTION current_tenant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION current_tenant() TO dl_app, dl_operator, dl_jobs;
--> statement-breakpoint

CREATE SCHEMA dl;
--> statement-breakpoint

-- Builds the wall of a table that has tenant_id: row-level security on and forced, one restrictive policy for everyone,
-- and a permissive one for each role that may touch it. The permissive ones repeat the tenant rule: an engine that takes
-- the restrictive policy for a permissive one (Citus does) then still keeps the cities apart.
-- app_may and operator_may are privilege lists such as 'select, insert'; an empty one gives nothing.
CREATE FUNCTION dl.build_wall(walled regclass, app_may text, operator_may text DEFAULT '') RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  rule CONSTANT text := 'tenant_id = public.current_tenant()';
  grantee record;
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
  EXECUTE format('DROP POLICY IF EXISTS tenant_wall ON %s', walled);
  EXECUTE format('CREATE POLICY tenant_wall ON %s AS RESTRICTIVE FOR ALL TO PUBLIC USING (%s) WITH CHECK (%s)', walled, rule, rule);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, dl_app, dl_operator', walled);
  FOR grantee IN SELECT * FROM (VALUES ('dl_app', app_may), ('dl_operator', operator_may)) AS g (name, may) LOOP
    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', grantee.name || '_rows', walled);
    CONTINUE WHEN grantee.may = '';
    EXECUTE format('CREATE POLICY %I ON %s FOR ALL TO %I USING (%s) WITH CHECK (%s)', grantee.name || '_rows', walled, grantee.name, rule, rule);
    EXECUTE format('GRANT %s ON %s TO %I', grantee.may, walled, grantee.name);
  END LOOP;
END $$;
