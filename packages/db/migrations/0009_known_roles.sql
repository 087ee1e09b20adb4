-- In a transaction of its own, so that the table is read without being locked (0008 added it NOT VALID).
ALTER TABLE "memberships" VALIDATE CONSTRAINT "memberships_role_known";
