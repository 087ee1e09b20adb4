CREATE TABLE "mail_failures" (
	"tenant_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_failures_pkey" PRIMARY KEY("tenant_id","mail_id"),
	CONSTRAINT "mail_failures_reason_known" CHECK ("mail_failures"."reason" in ('recipient_unknown', 'mailbox_full', 'refused', 'unreachable', 'unsendable', 'other'))
);
--> statement-breakpoint
ALTER TABLE "mail_failures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"wanted" boolean NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_preferences_pkey" PRIMARY KEY("tenant_id","person_id","topic"),
	CONSTRAINT "mail_preferences_topic_known" CHECK ("mail_preferences"."topic" in ('reminder', 'website_review', 'news', 'tips'))
);
--> statement-breakpoint
ALTER TABLE "mail_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"tenant_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unsubscribe_links_pkey" PRIMARY KEY("tenant_id","token_hash"),
	CONSTRAINT "unsubscribe_links_topic_known" CHECK ("unsubscribe_links"."topic" in ('reminder', 'website_review', 'news', 'tips'))
);
--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "attachments" jsonb;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "unsubscribe_link" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "good_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_failures" ADD CONSTRAINT "mail_failures_mail_fk" FOREIGN KEY ("tenant_id","mail_id") REFERENCES "public"."mails"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_failures_age" ON "mail_failures" USING btree ("tenant_id","failed_at");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_person" ON "unsubscribe_links" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_age" ON "unsubscribe_links" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mail_failures" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "mail_preferences" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "unsubscribe_links" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- What a person wants, the links that end a topic, and what the office has not dealt with yet: written and taken back through the app.
SELECT dl.build_wall(walled, 'select, insert, update, delete')
FROM unnest(ARRAY['mail_failures', 'mail_preferences', 'unsubscribe_links']::regclass[]) AS walled;
