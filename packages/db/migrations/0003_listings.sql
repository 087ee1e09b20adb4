CREATE TABLE "listing_decisions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"by_role" text NOT NULL,
	"person_id" uuid,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_decisions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "listing_decisions_kind_known" CHECK ("listing_decisions"."kind" in ('published', 'rejected', 'taken_down', 'withdrawn')),
	CONSTRAINT "listing_decisions_by_role_known" CHECK ("listing_decisions"."by_role" in ('merchant', 'guide', 'office'))
);
--> statement-breakpoint
ALTER TABLE "listing_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "listing_photos" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"alt" text NOT NULL,
	"position" integer NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_photos_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "listing_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "listing_slugs" (
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_slugs_pkey" PRIMARY KEY("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "listing_slugs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_role" text NOT NULL,
	"person_id" uuid,
	"content" jsonb NOT NULL,
	"photos" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changed" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_versions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "listing_versions_number_key" UNIQUE("tenant_id","listing_id","number"),
	CONSTRAINT "listing_versions_by_role_known" CHECK ("listing_versions"."by_role" in ('merchant', 'guide', 'office'))
);
--> statement-breakpoint
ALTER TABLE "listing_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "listings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"state" text DEFAULT 'unpublished' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"draft_saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_version_id" uuid,
	"pending_version_id" uuid,
	"office_reason" text,
	"name_key" text DEFAULT '' NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"district_id" text,
	"category_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"accessibility" text[] DEFAULT '{}'::text[] NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"hours" jsonb,
	"card" jsonb,
	"first_published_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "listings_merchant_key" UNIQUE("tenant_id","merchant_id"),
	CONSTRAINT "listings_slug_key" UNIQUE("tenant_id","slug"),
	CONSTRAINT "listings_state_known" CHECK ("listings"."state" in ('unpublished', 'pending', 'published', 'taken_down'))
);
--> statement-breakpoint
ALTER TABLE "listings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_merchants" (
	"tenant_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"merchant_id" uuid NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offer_merchants_pkey" PRIMARY KEY("tenant_id","offer_id","merchant_id")
);
--> statement-breakpoint
ALTER TABLE "offer_merchants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"starts_at" text,
	"ends_at" text,
	"price_text" text,
	"venue" text,
	"office_reason" text,
	"submitted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "offers_kind_known" CHECK ("offers"."kind" in ('offer', 'event')),
	CONSTRAINT "offers_state_known" CHECK ("offers"."state" in ('draft', 'pending', 'published', 'taken_down'))
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_checks" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"merchant_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"present" boolean NOT NULL,
	"url" text,
	"findings" jsonb NOT NULL,
	"result" text NOT NULL,
	"checked_on" date NOT NULL,
	"by_role" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_checks_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "profile_checks_channel_known" CHECK ("profile_checks"."channel" in ('google', 'apple', 'bing', 'osm', 'facebook', 'instagram', 'website', 'door', 'other')),
	CONSTRAINT "profile_checks_result_known" CHECK ("profile_checks"."result" in ('absent', 'differs', 'agrees')),
	CONSTRAINT "profile_checks_by_role_known" CHECK ("profile_checks"."by_role" in ('merchant', 'guide', 'office'))
);
--> statement-breakpoint
ALTER TABLE "profile_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "listing_decisions" ADD CONSTRAINT "listing_decisions_listing_fk" FOREIGN KEY ("tenant_id","listing_id") REFERENCES "public"."listings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_decisions" ADD CONSTRAINT "listing_decisions_version_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."listing_versions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_photos" ADD CONSTRAINT "listing_photos_listing_fk" FOREIGN KEY ("tenant_id","listing_id") REFERENCES "public"."listings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_photos" ADD CONSTRAINT "listing_photos_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_photos" ADD CONSTRAINT "listing_photos_file_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_slugs" ADD CONSTRAINT "listing_slugs_listing_fk" FOREIGN KEY ("tenant_id","listing_id") REFERENCES "public"."listings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_listing_fk" FOREIGN KEY ("tenant_id","listing_id") REFERENCES "public"."listings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_merchants" ADD CONSTRAINT "offer_merchants_offer_fk" FOREIGN KEY ("tenant_id","offer_id") REFERENCES "public"."offers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_merchants" ADD CONSTRAINT "offer_merchants_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_checks" ADD CONSTRAINT "profile_checks_merchant_fk" FOREIGN KEY ("tenant_id","merchant_id") REFERENCES "public"."merchants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_decisions_listing" ON "listing_decisions" USING btree ("tenant_id","listing_id","at");--> statement-breakpoint
CREATE INDEX "listing_decisions_version" ON "listing_decisions" USING btree ("tenant_id","version_id");--> statement-breakpoint
CREATE INDEX "listing_photos_listing" ON "listing_photos" USING btree ("tenant_id","listing_id","position");--> statement-breakpoint
CREATE INDEX "listing_photos_merchant" ON "listing_photos" USING btree ("tenant_id","merchant_id");--> statement-breakpoint
CREATE INDEX "listing_photos_file" ON "listing_photos" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "listing_slugs_listing" ON "listing_slugs" USING btree ("tenant_id","listing_id");--> statement-breakpoint
CREATE INDEX "listing_versions_by_time" ON "listing_versions" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "listings_directory" ON "listings" USING btree ("tenant_id","state","name_key","id","district_id","category_ids","languages","accessibility","search");--> statement-breakpoint
CREATE INDEX "listings_by_district" ON "listings" USING btree ("tenant_id","district_id","state","name_key","id");--> statement-breakpoint
CREATE INDEX "listings_by_update" ON "listings" USING btree ("tenant_id","state","updated_at","id");--> statement-breakpoint
CREATE INDEX "listings_by_age" ON "listings" USING btree ("tenant_id","state","first_published_at","id");--> statement-breakpoint
CREATE INDEX "listings_published_version" ON "listings" USING btree ("tenant_id","published_version_id");--> statement-breakpoint
CREATE INDEX "listings_pending_version" ON "listings" USING btree ("tenant_id","pending_version_id");--> statement-breakpoint
CREATE INDEX "offer_merchants_merchant" ON "offer_merchants" USING btree ("tenant_id","merchant_id","offer_id");--> statement-breakpoint
CREATE INDEX "offers_current" ON "offers" USING btree ("tenant_id","state","ends_on","starts_on","id");--> statement-breakpoint
CREATE INDEX "offers_merchant" ON "offers" USING btree ("tenant_id","merchant_id","ends_on");--> statement-breakpoint
CREATE INDEX "offers_submitted" ON "offers" USING btree ("tenant_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "profile_checks_merchant" ON "profile_checks" USING btree ("tenant_id","merchant_id","channel","created_at");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "listing_decisions" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "listing_photos" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "listing_slugs" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "listing_versions" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "listings" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "offer_merchants" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "offers" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "profile_checks" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
-- The two tables point at each other, so drizzle's files cannot both say it.
ALTER TABLE "listings" ADD CONSTRAINT "listings_published_version_fk"
  FOREIGN KEY (tenant_id, published_version_id) REFERENCES listing_versions (tenant_id, id);
--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_pending_version_fk"
  FOREIGN KEY (tenant_id, pending_version_id) REFERENCES listing_versions (tenant_id, id);
--> statement-breakpoint

-- A city's rows, kept and corrected by the city's own people through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['listings', 'listing_slugs', 'listing_photos', 'offers', 'offer_merchants', 'profile_checks']::regclass[]) AS walled;
--> statement-breakpoint
-- Traces: written once, never changed; they go when the listing itself goes.
SELECT dl.build_wall(walled, 'select, insert') FROM unnest(ARRAY['listing_versions', 'listing_decisions']::regclass[]) AS walled;
