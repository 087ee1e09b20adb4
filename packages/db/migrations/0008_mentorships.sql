CREATE TABLE "guides" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"university_id" text,
	"semester_id" text,
	"stage" text DEFAULT 'guide' NOT NULL,
	"state" text DEFAULT 'training' NOT NULL,
	"recognition" text NOT NULL,
	"subject" text,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"districts" text[] DEFAULT '{}' NOT NULL,
	"trades" text[] DEFAULT '{}' NOT NULL,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"travel" text[] DEFAULT '{}' NOT NULL,
	"capacity" integer DEFAULT 5 NOT NULL,
	"intro" text,
	"photo_file_id" uuid,
	"commitment_version" text,
	"commitment_signed_at" timestamp with time zone,
	"commitment_name" text,
	"released_at" timestamp with time zone,
	"released_by" uuid,
	"ends_on" date,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guides_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "guides_person_key" UNIQUE("tenant_id","person_id"),
	CONSTRAINT "guides_stage_known" CHECK ("guides"."stage" in ('guide', 'senior', 'trainer')),
	CONSTRAINT "guides_state_known" CHECK ("guides"."state" in ('training', 'active', 'paused', 'ended')),
	CONSTRAINT "guides_recognition_known" CHECK ("guides"."recognition" in ('module_5', 'module_10', 'project', 'internship', 'assistant', 'volunteer', 'thesis'))
);
--> statement-breakpoint
ALTER TABLE "guides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentorship_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"actor_person_id" uuid,
	"actor_role" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentorship_events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentorship_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentorship_guides" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"duty" text DEFAULT 'lead' NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer_by" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"reason" text,
	"note" text,
	"override_reason" text,
	"reasons" jsonb,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"read_until" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentorship_guides_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "mentorship_guides_duty_known" CHECK ("mentorship_guides"."duty" in ('lead', 'tandem', 'stand_in')),
	CONSTRAINT "mentorship_guides_state_known" CHECK ("mentorship_guides"."state" in ('proposed', 'accepted', 'declined', 'expired', 'withdrawn', 'rejected', 'ended')),
	CONSTRAINT "mentorship_guides_reason_known" CHECK ("mentorship_guides"."reason" in ('capacity', 'conflict', 'distance', 'language', 'illness', 'semester_end', 'case_closed', 'handover', 'left', 'personal', 'other'))
);
--> statement-breakpoint
ALTER TABLE "mentorship_guides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentorships" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid NOT NULL,
	"guide_id" uuid,
	"contact_person_id" uuid,
	"phase" text DEFAULT 'interest' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"wishes" jsonb NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"phase_since" timestamp with time zone DEFAULT now() NOT NULL,
	"last_contact_at" timestamp with time zone,
	"next_step" text,
	"go_at" timestamp with time zone,
	"pause_reason" text,
	"pause_note" text,
	"resume_on" date,
	"outcome" text,
	"closing_reason" text,
	"ended_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentorships_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "mentorships_phase_known" CHECK ("mentorships"."phase" in ('interest', 'accepted', 'first_talk', 'check', 'plan', 'implementation', 'closing', 'aftercare')),
	CONSTRAINT "mentorships_state_known" CHECK ("mentorships"."state" in ('waiting', 'offered', 'active', 'paused', 'ended')),
	CONSTRAINT "mentorships_pause_reason_known" CHECK ("mentorships"."pause_reason" in ('time', 'task', 'change', 'unsuitable', 'illness', 'season', 'other')),
	CONSTRAINT "mentorships_outcome_known" CHECK ("mentorships"."outcome" in ('helped', 'no_help_possible', 'not_reachable', 'not_for_us', 'withdrew'))
);
--> statement-breakpoint
ALTER TABLE "mentorships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role_known";--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_photo_fk" FOREIGN KEY ("tenant_id","photo_file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_released_by_fk" FOREIGN KEY ("tenant_id","released_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_events" ADD CONSTRAINT "mentorship_events_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_guides" ADD CONSTRAINT "mentorship_guides_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_guides" ADD CONSTRAINT "mentorship_guides_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_guides" ADD CONSTRAINT "mentorship_guides_proposed_by_fk" FOREIGN KEY ("tenant_id","proposed_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_contact_person_fk" FOREIGN KEY ("tenant_id","contact_person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_requested_by_fk" FOREIGN KEY ("tenant_id","requested_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guides_by_state" ON "guides" USING btree ("tenant_id","state","id");--> statement-breakpoint
CREATE INDEX "guides_by_university" ON "guides" USING btree ("tenant_id","university_id","state","id");--> statement-breakpoint
CREATE INDEX "guides_photo" ON "guides" USING btree ("tenant_id","photo_file_id");--> statement-breakpoint
CREATE INDEX "guides_released_by" ON "guides" USING btree ("tenant_id","released_by");--> statement-breakpoint
CREATE INDEX "mentorship_events_mentorship" ON "mentorship_events" USING btree ("tenant_id","mentorship_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentorship_guides_one_lead" ON "mentorship_guides" USING btree ("tenant_id","mentorship_id") WHERE "mentorship_guides"."state" = 'accepted' and "mentorship_guides"."duty" = 'lead';--> statement-breakpoint
CREATE UNIQUE INDEX "mentorship_guides_one_asked" ON "mentorship_guides" USING btree ("tenant_id","mentorship_id") WHERE "mentorship_guides"."state" = 'proposed' and "mentorship_guides"."duty" = 'lead';--> statement-breakpoint
CREATE INDEX "mentorship_guides_mentorship" ON "mentorship_guides" USING btree ("tenant_id","mentorship_id","proposed_at");--> statement-breakpoint
CREATE INDEX "mentorship_guides_guide" ON "mentorship_guides" USING btree ("tenant_id","guide_id","state");--> statement-breakpoint
CREATE INDEX "mentorship_guides_unanswered" ON "mentorship_guides" USING btree ("tenant_id","state","answer_by");--> statement-breakpoint
CREATE INDEX "mentorship_guides_proposed_by" ON "mentorship_guides" USING btree ("tenant_id","proposed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "mentorships_one_open" ON "mentorships" USING btree ("tenant_id","merchant_id") WHERE "mentorships"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "mentorships_merchant" ON "mentorships" USING btree ("tenant_id","merchant_id","requested_at");--> statement-breakpoint
CREATE INDEX "mentorships_guide" ON "mentorships" USING btree ("tenant_id","guide_id","state");--> statement-breakpoint
CREATE INDEX "mentorships_by_state" ON "mentorships" USING btree ("tenant_id","state","requested_at","id");--> statement-breakpoint
CREATE INDEX "mentorships_by_contact" ON "mentorships" USING btree ("tenant_id","state","last_contact_at","id");--> statement-breakpoint
CREATE INDEX "mentorships_contact_person" ON "mentorships" USING btree ("tenant_id","contact_person_id");--> statement-breakpoint
CREATE INDEX "mentorships_requested_by" ON "mentorships" USING btree ("tenant_id","requested_by");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('merchant', 'guide', 'ex-guide', 'university', 'office', 'auditor')) NOT VALID;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "guides" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mentorship_events" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mentorship_guides" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mentorships" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- A city's rows, written by its people and by its jobs through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['guides', 'mentorships', 'mentorship_guides']::regclass[]) AS walled;
--> statement-breakpoint
-- The timeline: written once, never changed.
SELECT dl.build_wall('mentorship_events', 'select, insert');
