CREATE TABLE "case_checks" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"reason" text,
	"started_by" uuid NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_checks_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "case_checks_assessment_key" UNIQUE("tenant_id","assessment_id"),
	CONSTRAINT "case_checks_version_key" UNIQUE("tenant_id","mentorship_id","moment","version"),
	CONSTRAINT "case_checks_moment_known" CHECK ("case_checks"."moment" in ('T0', 'T1', 'T2'))
);
--> statement-breakpoint
ALTER TABLE "case_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_notes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"author_role" text NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_notes_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "case_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "private_notes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "private_notes_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "private_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_checks" ADD CONSTRAINT "case_checks_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_checks" ADD CONSTRAINT "case_checks_assessment_fk" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "public"."assessments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_checks" ADD CONSTRAINT "case_checks_started_by_fk" FOREIGN KEY ("tenant_id","started_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_checks" ADD CONSTRAINT "case_checks_released_by_fk" FOREIGN KEY ("tenant_id","released_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_author_fk" FOREIGN KEY ("tenant_id","author_person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_checks_one_open" ON "case_checks" USING btree ("tenant_id","mentorship_id") WHERE "case_checks"."released_at" is null;--> statement-breakpoint
CREATE INDEX "case_checks_started_by" ON "case_checks" USING btree ("tenant_id","started_by");--> statement-breakpoint
CREATE INDEX "case_checks_released_by" ON "case_checks" USING btree ("tenant_id","released_by");--> statement-breakpoint
CREATE INDEX "case_notes_mentorship" ON "case_notes" USING btree ("tenant_id","mentorship_id","written_at","id");--> statement-breakpoint
CREATE INDEX "private_notes_author" ON "private_notes" USING btree ("tenant_id","author_person_id","mentorship_id","written_at");--> statement-breakpoint
CREATE INDEX "private_notes_mentorship" ON "private_notes" USING btree ("tenant_id","mentorship_id");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "case_checks" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "case_notes" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "private_notes" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- A case's notes and checks, written by its people through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['case_notes', 'private_notes', 'case_checks']::regclass[]) AS walled;
