CREATE TABLE "handovers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"from_guide_id" uuid NOT NULL,
	"to_guide_id" uuid,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decision" text,
	"due_on" date NOT NULL,
	"reason" text,
	"sheet" jsonb NOT NULL,
	"sheet_completed_at" timestamp with time zone,
	"reasons" jsonb,
	"warm_on" date,
	"warm_note" text,
	"informed_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"objection" text,
	"settled_at" timestamp with time zone,
	"started_by" uuid,
	"completed_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handovers_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "handovers_kind_known" CHECK ("handovers"."kind" in ('regular', 'emergency')),
	CONSTRAINT "handovers_state_known" CHECK ("handovers"."state" in ('open', 'done', 'cancelled')),
	CONSTRAINT "handovers_decision_known" CHECK ("handovers"."decision" in ('finish', 'hand_over', 'end'))
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_mentorship_fk" FOREIGN KEY ("tenant_id","mentorship_id") REFERENCES "public"."mentorships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_guide_fk" FOREIGN KEY ("tenant_id","from_guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_guide_fk" FOREIGN KEY ("tenant_id","to_guide_id") REFERENCES "public"."guides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_started_by_fk" FOREIGN KEY ("tenant_id","started_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handovers_one_open" ON "handovers" USING btree ("tenant_id","mentorship_id") WHERE "handovers"."state" = 'open';--> statement-breakpoint
CREATE INDEX "handovers_mentorship" ON "handovers" USING btree ("tenant_id","mentorship_id","created_at");--> statement-breakpoint
CREATE INDEX "handovers_by_date" ON "handovers" USING btree ("tenant_id","state","due_on","id");--> statement-breakpoint
CREATE INDEX "handovers_from_guide" ON "handovers" USING btree ("tenant_id","from_guide_id","state");--> statement-breakpoint
CREATE INDEX "handovers_to_guide" ON "handovers" USING btree ("tenant_id","to_guide_id","state");--> statement-breakpoint
CREATE INDEX "handovers_started_by" ON "handovers" USING btree ("tenant_id","started_by");--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "handovers" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint

-- A city's rows, written by its people and by its jobs through the app.
SELECT dl.build_wall('handovers', 'select, insert, update, delete');
