CREATE TABLE "calendar_feeds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"merchant_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "calendar_feeds_of_person" UNIQUE NULLS NOT DISTINCT("tenant_id","person_id","merchant_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_links" (
	"tenant_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visit_links_pkey" PRIMARY KEY("tenant_id","token_hash"),
	CONSTRAINT "visit_links_purpose_known" CHECK ("visit_links"."purpose" in ('answer', 'change'))
);
--> statement-breakpoint
ALTER TABLE "visit_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_slots" (
	"tenant_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"starts_local" text NOT NULL,
	"minutes" integer NOT NULL,
	"double_hour" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visit_slots_pkey" PRIMARY KEY("tenant_id","visit_id","starts_at"),
	CONSTRAINT "visit_slots_double_hour_known" CHECK ("visit_slots"."double_hour" in ('earlier', 'later'))
);
--> statement-breakpoint
ALTER TABLE "visit_slots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visits" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"place" text DEFAULT 'shop' NOT NULL,
	"place_note" text,
	"purpose" text NOT NULL,
	"zone" text NOT NULL,
	"starts_local" text,
	"minutes" integer,
	"double_hour" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"slot" "tstzrange" GENERATED ALWAYS AS (case when starts_at is null or ends_at is null then null else tstzrange(starts_at, ends_at, '[)') end) STORED,
	"offer_by" text,
	"offer_note" text,
	"offered_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"confirmed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	"cancel_reason" text,
	"short_notice" boolean DEFAULT false NOT NULL,
	"reminded_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"log_id" uuid,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visits_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "visits_state_known" CHECK ("visits"."state" in ('proposed', 'confirmed', 'cancelled', 'held', 'missed')),
	CONSTRAINT "visits_place_known" CHECK ("visits"."place" in ('shop', 'video', 'phone', 'office', 'university', 'elsewhere')),
	CONSTRAINT "visits_double_hour_known" CHECK ("visits"."double_hour" in ('earlier', 'later')),
	CONSTRAINT "visits_offer_by_known" CHECK ("visits"."offer_by" in ('guide', 'merchant')),
	CONSTRAINT "visits_cancelled_by_known" CHECK ("visits"."cancelled_by" in ('guide', 'merchant', 'office', 'system')),
	CONSTRAINT "visits_agreed_has_time" CHECK ("visits"."state" in ('proposed', 'cancelled') or ("visits"."starts_at" is not null and "visits"."ends_at" is not null and "visits"."starts_local" is not null and "visits"."minutes" is not null)),
	CONSTRAINT "visits_time_order" CHECK ("visits"."starts_at" < "visits"."ends_at")
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_visit_fk" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "public"."visits"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_visit_fk" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "public"."visits"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_guide_fk" FOREIGN KEY ("tenant_id","guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_created_by_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_merchant" ON "calendar_feeds" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE INDEX "visit_links_visit" ON "visit_links" USING btree ("tenant_id","visit_id","person_id");--> statement-breakpoint
CREATE INDEX "visit_links_person" ON "visit_links" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "visit_links_expiry" ON "visit_links" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "visit_slots_ahead" ON "visit_slots" USING btree ("tenant_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_mentorship" ON "visits" USING btree ("tenant_id","mentorship_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_guide" ON "visits" USING btree ("tenant_id","guide_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_merchant" ON "visits" USING btree ("tenant_id","merchant_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_due" ON "visits" USING btree ("tenant_id","state","starts_at","id");--> statement-breakpoint
CREATE INDEX "visits_created_by" ON "visits" USING btree ("tenant_id","created_by");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "calendar_feeds" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "visit_links" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "visit_slots" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "visits" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- Equality of a uuid beside the overlap of ranges in one index: what the two constraints below are made of.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
--> statement-breakpoint
-- Two at once is refused by the database itself, whoever asks and however many ask together. What took place keeps its time.
ALTER TABLE "visits" ADD CONSTRAINT "visits_guide_free"
  EXCLUDE USING gist (tenant_id WITH =, guide_id WITH =, slot WITH &&) WHERE (state IN ('confirmed', 'held'));
--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_merchant_free"
  EXCLUDE USING gist (tenant_id WITH =, merchant_id WITH =, slot WITH &&) WHERE (state IN ('confirmed', 'held'));
--> statement-breakpoint

-- A city's rows, written by its people and by its jobs through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['visits', 'visit_slots', 'visit_links', 'calendar_feeds']::regclass[]) AS walled;
