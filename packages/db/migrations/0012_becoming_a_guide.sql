CREATE TABLE "blocked_times" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"guide_id" uuid,
	"merchant_id" uuid,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocked_times_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "blocked_times_kind_known" CHECK ("blocked_times"."kind" in ('exams', 'vacation', 'internship', 'illness', 'christmas_trade', 'stocktaking', 'other')),
	CONSTRAINT "blocked_times_one_side" CHECK (num_nonnulls("blocked_times"."guide_id", "blocked_times"."merchant_id") = 1),
	CONSTRAINT "blocked_times_order" CHECK ("blocked_times"."starts_on" <= "blocked_times"."ends_on")
);
--> statement-breakpoint
ALTER TABLE "blocked_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guide_applications" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"state" text DEFAULT 'unconfirmed' NOT NULL,
	"university_id" text,
	"subject" text,
	"study_semester" integer,
	"semester_id" text,
	"recognition" text NOT NULL,
	"languages" text[] NOT NULL,
	"days" text[] NOT NULL,
	"hours_per_week" integer NOT NULL,
	"districts" text[] NOT NULL,
	"travel" text[] NOT NULL,
	"trades" text[] NOT NULL,
	"motivation" text NOT NULL,
	"conflicts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"consent_version" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"interview_at" timestamp with time zone,
	"interview_place" text,
	"reason" text,
	"message" text,
	"note" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"guide_id" uuid,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_applications_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "guide_applications_token_key" UNIQUE("tenant_id","token_hash"),
	CONSTRAINT "guide_applications_state_known" CHECK ("guide_applications"."state" in ('unconfirmed', 'received', 'interview', 'waiting_list', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "guide_applications_recognition_known" CHECK ("guide_applications"."recognition" in ('module_5', 'module_10', 'project', 'internship', 'assistant', 'volunteer', 'thesis')),
	CONSTRAINT "guide_applications_reason_known" CHECK ("guide_applications"."reason" in ('no_place', 'semester_full', 'language', 'time', 'area', 'conflict', 'not_reachable', 'profile', 'other'))
);
--> statement-breakpoint
ALTER TABLE "guide_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guide_conflicts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"guide_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"business" text,
	"merchant_id" uuid,
	"trade" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_conflicts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "guide_conflicts_kind_known" CHECK ("guide_conflicts"."kind" in ('employer', 'family', 'trade', 'other'))
);
--> statement-breakpoint
ALTER TABLE "guide_conflicts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guide_modules" (
	"tenant_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"state" text NOT NULL,
	"passed_on" date,
	"score" integer,
	"note" text,
	"decided_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_modules_pkey" PRIMARY KEY("tenant_id","guide_id","module_id"),
	CONSTRAINT "guide_modules_state_known" CHECK ("guide_modules"."state" in ('begun', 'passed'))
);
--> statement-breakpoint
ALTER TABLE "guide_modules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "guides" ADD COLUMN "days" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "guides" ADD COLUMN "hours_per_week" integer;--> statement-breakpoint
ALTER TABLE "guides" ADD COLUMN "photo_alt" text;--> statement-breakpoint
ALTER TABLE "guides" ADD COLUMN "workshops_led" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "blocked_times" ADD CONSTRAINT "blocked_times_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_times" ADD CONSTRAINT "blocked_times_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_applications" ADD CONSTRAINT "guide_applications_decided_by_fk" FOREIGN KEY ("tenant_id","decided_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_applications" ADD CONSTRAINT "guide_applications_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_conflicts" ADD CONSTRAINT "guide_conflicts_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_conflicts" ADD CONSTRAINT "guide_conflicts_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_modules" ADD CONSTRAINT "guide_modules_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_modules" ADD CONSTRAINT "guide_modules_decided_by_fk" FOREIGN KEY ("tenant_id","decided_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocked_times_guide" ON "blocked_times" USING btree ("tenant_id","guide_id","ends_on");--> statement-breakpoint
CREATE INDEX "blocked_times_merchant" ON "blocked_times" USING btree ("tenant_id","merchant_id","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "guide_applications_one_open" ON "guide_applications" USING btree ("tenant_id","email") WHERE "guide_applications"."state" in ('received', 'interview', 'waiting_list');--> statement-breakpoint
CREATE INDEX "guide_applications_by_state" ON "guide_applications" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "guide_applications_by_decision" ON "guide_applications" USING btree ("tenant_id","state","decided_at");--> statement-breakpoint
CREATE INDEX "guide_applications_decided_by" ON "guide_applications" USING btree ("tenant_id","decided_by");--> statement-breakpoint
CREATE INDEX "guide_applications_guide" ON "guide_applications" USING btree ("tenant_id","guide_id");--> statement-breakpoint
CREATE INDEX "guide_conflicts_guide" ON "guide_conflicts" USING btree ("tenant_id","guide_id");--> statement-breakpoint
CREATE INDEX "guide_conflicts_merchant" ON "guide_conflicts" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE INDEX "guide_modules_decided_by" ON "guide_modules" USING btree ("tenant_id","decided_by");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "blocked_times" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "guide_applications" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "guide_conflicts" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "guide_modules" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- Applications, the way through the modules, conflicts and blocked times: written and taken back through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['guide_applications', 'guide_modules', 'guide_conflicts', 'blocked_times']::regclass[]) AS walled;
