CREATE TABLE "directory_marks" (
	"tenant_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"transaction" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "directory_marks_pkey" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "directory_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant_wall" ON "directory_marks" AS RESTRICTIVE FOR ALL TO public USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());--> statement-breakpoint
SELECT dl.build_wall('directory_marks', 'select, insert, update, delete');
--> statement-breakpoint

-- Counts a transaction that changed what everybody may see, once, whatever number of rows it changed. It runs with the rights
-- of who writes, behind the wall, and at COMMIT: the row of the city is locked last and for the shortest time.
CREATE FUNCTION note_public_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  INSERT INTO public.directory_marks AS mark (tenant_id, number, transaction)
    VALUES (coalesce(NEW.tenant_id, OLD.tenant_id), 1, pg_current_xact_id()::text)
    ON CONFLICT (tenant_id) DO UPDATE SET number = mark.number + 1, transaction = excluded.transaction, changed_at = clock_timestamp()
      WHERE mark.transaction <> excluded.transaction;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER listing_appeared AFTER INSERT ON listings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
-- A draft may be saved as often as its owner likes: nobody else sees it.
CREATE CONSTRAINT TRIGGER listing_changed AFTER UPDATE ON listings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.state = 'published' OR NEW.state = 'published')
    AND (OLD.state, OLD.slug, OLD.published_version_id, OLD.updated_at, OLD.name_key, OLD.search, OLD.district_id, OLD.category_ids, OLD.languages, OLD.accessibility, OLD.lat, OLD.lon, OLD.hours, OLD.card)
      IS DISTINCT FROM (NEW.state, NEW.slug, NEW.published_version_id, NEW.updated_at, NEW.name_key, NEW.search, NEW.district_id, NEW.category_ids, NEW.languages, NEW.accessibility, NEW.lat, NEW.lon, NEW.hours, NEW.card))
  EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER listing_vanished AFTER DELETE ON listings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offer_appeared AFTER INSERT ON offers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offer_changed AFTER UPDATE ON offers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.state = 'published' OR NEW.state = 'published') AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offer_vanished AFTER DELETE ON offers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER partner_appeared AFTER INSERT ON offer_merchants DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.accepted_at IS NOT NULL) EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER partner_changed AFTER UPDATE ON offer_merchants DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.accepted_at IS DISTINCT FROM NEW.accepted_at) EXECUTE FUNCTION note_public_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER partner_vanished AFTER DELETE ON offer_merchants DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.accepted_at IS NOT NULL) EXECUTE FUNCTION note_public_change();
