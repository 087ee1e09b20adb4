CREATE TABLE "answers" (
	"tenant_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"level" smallint,
	"relevance" text DEFAULT 'normal' NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_pkey" PRIMARY KEY("tenant_id","assessment_id","item_id","source"),
	CONSTRAINT "answers_source_known" CHECK ("answers"."source" in ('self', 'guide', 'auto')),
	CONSTRAINT "answers_kind_known" CHECK ("answers"."kind" in ('level', 'unknown', 'not_applicable')),
	CONSTRAINT "answers_relevance_known" CHECK ("answers"."relevance" in ('low', 'normal', 'high')),
	CONSTRAINT "answers_level_range" CHECK ("answers"."level" between 0 and 4),
	CONSTRAINT "answers_level_given" CHECK (("answers"."kind" = 'level') = ("answers"."level" is not null))
);
--> statement-breakpoint
ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid,
	"edition" text NOT NULL,
	"kind" text NOT NULL,
	"moment" text NOT NULL,
	"perspective" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"key_hash" text,
	"claimed_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"framework_version" text NOT NULL,
	"pack_revision" integer NOT NULL,
	"result" jsonb,
	"position" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "assessments_key_key" UNIQUE("tenant_id","key_hash"),
	CONSTRAINT "assessments_kind_known" CHECK ("assessments"."kind" in ('quick', 'full')),
	CONSTRAINT "assessments_moment_known" CHECK ("assessments"."moment" in ('T0', 'T1', 'T2')),
	CONSTRAINT "assessments_perspective_known" CHECK ("assessments"."perspective" in ('self', 'guide')),
	CONSTRAINT "assessments_state_known" CHECK ("assessments"."state" in ('open', 'submitted'))
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_person_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text,
	"file_id" uuid,
	"alt" text,
	"created_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evidence_kind_known" CHECK ("evidence"."kind" in ('text', 'photo'))
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"content_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"data" "bytea" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "framework_releases" (
	"version" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"released_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"subject" text NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("tenant_id","key","procedure","subject")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"topic" text NOT NULL,
	"message_id" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "mails_message_key" UNIQUE("tenant_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"merchant_id" uuid,
	"position" text,
	"university_id" text,
	"valid_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "memberships_role_key" UNIQUE NULLS NOT DISTINCT("tenant_id","person_id","role","merchant_id"),
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('merchant', 'guide', 'university', 'office', 'auditor')),
	CONSTRAINT "memberships_position_known" CHECK ("memberships"."position" in ('owner', 'staff'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merchants" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"postcode" text,
	"district_id" text,
	"street" text,
	"phone" text,
	"trade" text,
	"state" text DEFAULT 'active' NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"latest_assessment_id" uuid,
	"score" numeric(5, 2),
	"band" text,
	"open_musts" integer,
	"checked_at" timestamp with time zone,
	"search" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchants_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "merchants_state_known" CHECK ("merchants"."state" in ('active', 'paused', 'withdrawn', 'closed')),
	CONSTRAINT "merchants_band_known" CHECK ("merchants"."band" in ('start', 'build', 'secure', 'model'))
);
--> statement-breakpoint
ALTER TABLE "merchants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operator_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"operator_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"previous_token_hash" text,
	"rotated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"device" text NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_sessions_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "operator_sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"operator_id" uuid,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"browser_hash" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_sign_in_codes_link_key" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"display_name" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "pack_revisions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"revision" integer NOT NULL,
	"framework_version" text NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"applied_by" text NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pack_revisions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pack_revisions_revision_key" UNIQUE("tenant_id","revision")
);
--> statement-breakpoint
ALTER TABLE "pack_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"display_name" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "people_email_key" UNIQUE("tenant_id","email")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plans" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"selection" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "plans_assessment_key" UNIQUE("tenant_id","assessment_id"),
	CONSTRAINT "plans_state_known" CHECK ("plans"."state" in ('active', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_counters" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rate_counters_pkey" PRIMARY KEY("tenant_id","key","window_start")
);
--> statement-breakpoint
ALTER TABLE "rate_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"previous_token_hash" text,
	"rotated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"device" text NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sessions_token_key" UNIQUE("tenant_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"person_id" uuid,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"browser_hash" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone,
	"pending" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_codes_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sign_in_codes_link_key" UNIQUE("tenant_id","link_hash")
);
--> statement-breakpoint
ALTER TABLE "sign_in_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_person_id" uuid,
	"kind" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "task_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"measure_id" text NOT NULL,
	"item_id" text NOT NULL,
	"stage" text NOT NULL,
	"rank" integer NOT NULL,
	"priority" numeric(8, 4) NOT NULL,
	"state" text NOT NULL,
	"owner" text,
	"due_on" date,
	"drop_reason" text,
	"finished_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "tasks_measure_key" UNIQUE("tenant_id","plan_id","measure_id"),
	CONSTRAINT "tasks_stage_known" CHECK ("tasks"."stage" in ('base', 'next')),
	CONSTRAINT "tasks_state_known" CHECK ("tasks"."state" in ('queued', 'open', 'in_progress', 'done', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenant_figures" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"merchants" integer NOT NULL,
	"assessments" integer NOT NULL,
	"plans" integer NOT NULL,
	"tasks_done" integer NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenant_hosts_host_plain" CHECK ("tenant_hosts"."host" ~ '^[a-z0-9.-]+$')
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"ags" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"framework_version" text NOT NULL,
	"pack_revision" integer DEFAULT 0 NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_key" UNIQUE("slug"),
	CONSTRAINT "tenants_state_known" CHECK ("tenants"."state" in ('draft', 'live', 'paused', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_assessment_fk" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "public"."assessments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_tenant_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sign_in_codes" ADD CONSTRAINT "operator_sign_in_codes_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_revisions" ADD CONSTRAINT "pack_revisions_tenant_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_tenant_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_assessment_fk" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "public"."assessments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_fk" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "public"."plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_figures" ADD CONSTRAINT "tenant_figures_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_hosts" ADD CONSTRAINT "tenant_hosts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_merchant" ON "assessments" USING btree ("tenant_id","merchant_id","submitted_at");--> statement-breakpoint
CREATE INDEX "assessments_by_state" ON "assessments" USING btree ("tenant_id","state","created_at");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_entity" ON "audit_events" USING btree ("tenant_id","entity","entity_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("tenant_id","actor_person_id","at");--> statement-breakpoint
CREATE INDEX "evidence_task" ON "evidence" USING btree ("tenant_id","task_id","created_at");--> statement-breakpoint
CREATE INDEX "evidence_merchant" ON "evidence" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE INDEX "evidence_file" ON "evidence" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "evidence_created_by" ON "evidence" USING btree ("tenant_id","created_by");--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("tenant_id","sha256");--> statement-breakpoint
CREATE INDEX "files_created_by" ON "files" USING btree ("tenant_id","created_by");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_age" ON "mails" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_unsent" ON "mails" USING btree ("tenant_id","created_at") WHERE "mails"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_merchant" ON "memberships" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE INDEX "memberships_by_role" ON "memberships" USING btree ("tenant_id","role");--> statement-breakpoint
CREATE INDEX "merchants_by_name" ON "merchants" USING btree ("tenant_id","state","name","id");--> statement-breakpoint
CREATE INDEX "merchants_by_score" ON "merchants" USING btree ("tenant_id","state","score","id");--> statement-breakpoint
CREATE INDEX "merchants_by_open_musts" ON "merchants" USING btree ("tenant_id","state","open_musts","id");--> statement-breakpoint
CREATE INDEX "merchants_by_check" ON "merchants" USING btree ("tenant_id","state","checked_at","id");--> statement-breakpoint
CREATE INDEX "merchants_by_age" ON "merchants" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "merchants_by_district" ON "merchants" USING btree ("tenant_id","district_id","state","name","id");--> statement-breakpoint
CREATE INDEX "merchants_by_search" ON "merchants" USING btree ("tenant_id","state","search","id");--> statement-breakpoint
CREATE INDEX "operator_sessions_previous_token" ON "operator_sessions" USING btree ("previous_token_hash");--> statement-breakpoint
CREATE INDEX "operator_sessions_operator" ON "operator_sessions" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "operator_sign_in_codes_email" ON "operator_sign_in_codes" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "plans_merchant" ON "plans" USING btree ("tenant_id","merchant_id","state","created_at");--> statement-breakpoint
CREATE INDEX "rate_counters_age" ON "rate_counters" USING btree ("tenant_id","window_start");--> statement-breakpoint
CREATE INDEX "sessions_previous_token" ON "sessions" USING btree ("tenant_id","previous_token_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_email" ON "sign_in_codes" USING btree ("tenant_id","email","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_person" ON "sign_in_codes" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "task_events_task" ON "task_events" USING btree ("tenant_id","task_id","at");--> statement-breakpoint
CREATE INDEX "task_events_merchant" ON "task_events" USING btree ("tenant_id","merchant_id","at");--> statement-breakpoint
CREATE INDEX "tasks_plan" ON "tasks" USING btree ("tenant_id","plan_id","rank");--> statement-breakpoint
CREATE INDEX "tasks_merchant" ON "tasks" USING btree ("tenant_id","merchant_id","state","rank");--> statement-breakpoint
CREATE INDEX "tasks_by_state" ON "tasks" USING btree ("tenant_id","state","due_on");--> statement-breakpoint
CREATE INDEX "tenant_hosts_tenant" ON "tenant_hosts" USING btree ("tenant_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "answers" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "assessments" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "audit_events" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "evidence" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "files" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "idempotency_keys" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mails" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "memberships" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "merchants" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "pack_revisions" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "people" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "plans" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "rate_counters" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "sessions" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "sign_in_codes" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "task_events" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "tasks" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());