CREATE TABLE "task_findings" (
	"tenant_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"check_id" text NOT NULL,
	"merchant_id" uuid NOT NULL,
	"state" text NOT NULL,
	"audit_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_findings_pkey" PRIMARY KEY("tenant_id","task_id","check_id"),
	CONSTRAINT "task_findings_state_known" CHECK ("task_findings"."state" in ('open', 'gone'))
);
--> statement-breakpoint
ALTER TABLE "task_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "website_answers" (
	"tenant_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"by_role" text NOT NULL,
	"person_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "website_answers_pkey" PRIMARY KEY("tenant_id","merchant_id"),
	CONSTRAINT "website_answers_by_role_known" CHECK ("website_answers"."by_role" in ('merchant', 'guide', 'office'))
);
--> statement-breakpoint
ALTER TABLE "website_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "website_audits" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid,
	"ticket_hash" text,
	"address" text NOT NULL,
	"host" text NOT NULL,
	"final_address" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"trigger" text NOT NULL,
	"step" text,
	"step_done" integer DEFAULT 0 NOT NULL,
	"step_of" integer DEFAULT 1 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failure" text,
	"rules_version" integer,
	"framework_version" text,
	"score" jsonb,
	"levels" jsonb,
	"pages" jsonb,
	"limits" jsonb,
	"started_by" uuid,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "website_audits_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "website_audits_ticket_key" UNIQUE("tenant_id","ticket_hash"),
	CONSTRAINT "website_audits_state_known" CHECK ("website_audits"."state" in ('queued', 'running', 'done', 'failed')),
	CONSTRAINT "website_audits_trigger_known" CHECK ("website_audits"."trigger" in ('merchant', 'guide', 'office', 'monthly', 'public')),
	CONSTRAINT "website_audits_step_known" CHECK ("website_audits"."step" in ('start', 'pages', 'site', 'links', 'judging')),
	CONSTRAINT "website_audits_failure_known" CHECK ("website_audits"."failure" in ('address', 'not_found', 'unreachable', 'too_slow', 'encryption', 'no_page', 'too_large', 'redirects', 'interrupted', 'other'))
);
--> statement-breakpoint
ALTER TABLE "website_audits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "website_findings" (
	"tenant_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"check_id" text NOT NULL,
	"position" integer NOT NULL,
	"area" text NOT NULL,
	"title" text NOT NULL,
	"item_id" text NOT NULL,
	"verdict" text NOT NULL,
	"severity" text NOT NULL,
	"certainty" text NOT NULL,
	"reason" text,
	"advice" text,
	"places" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"keys" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "website_findings_pkey" PRIMARY KEY("tenant_id","audit_id","check_id"),
	CONSTRAINT "website_findings_verdict_known" CHECK ("website_findings"."verdict" in ('pass', 'fail', 'not_applicable', 'not_checked')),
	CONSTRAINT "website_findings_severity_known" CHECK ("website_findings"."severity" in ('critical', 'high', 'medium', 'low', 'info')),
	CONSTRAINT "website_findings_certainty_known" CHECK ("website_findings"."certainty" in ('sure', 'heuristic', 'human'))
);
--> statement-breakpoint
ALTER TABLE "website_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_kind_known";--> statement-breakpoint
ALTER TABLE "evidence" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "audit_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "origin" text DEFAULT 'check' NOT NULL;--> statement-breakpoint
ALTER TABLE "task_findings" ADD CONSTRAINT "task_findings_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_findings" ADD CONSTRAINT "task_findings_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "website_answers" ADD CONSTRAINT "website_answers_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "website_audits" ADD CONSTRAINT "website_audits_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "website_findings" ADD CONSTRAINT "website_findings_audit_fk" FOREIGN KEY ("tenant_id","audit_id") REFERENCES "public"."website_audits"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_findings_merchant" ON "task_findings" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "website_audits_one_under_way" ON "website_audits" USING btree ("tenant_id","merchant_id") WHERE "website_audits"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "website_audits_merchant" ON "website_audits" USING btree ("tenant_id","merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "website_audits_by_state" ON "website_audits" USING btree ("tenant_id","state","lease_until");--> statement-breakpoint
CREATE INDEX "website_audits_public_age" ON "website_audits" USING btree ("tenant_id","trigger","created_at");--> statement-breakpoint
CREATE INDEX "website_findings_audit" ON "website_findings" USING btree ("tenant_id","audit_id","position");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind_known" CHECK ("evidence"."kind" in ('text', 'photo', 'audit')) NOT VALID;--> statement-breakpoint
ALTER TABLE "evidence" VALIDATE CONSTRAINT "evidence_kind_known";--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_origin_known" CHECK ("tasks"."origin" in ('check', 'audit')) NOT VALID;--> statement-breakpoint
ALTER TABLE "tasks" VALIDATE CONSTRAINT "tasks_origin_known";--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "task_findings" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "website_answers" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "website_audits" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "website_findings" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- A city's rows, written by its people and by its jobs through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['website_audits', 'website_findings', 'website_answers', 'task_findings']::regclass[]) AS walled;
