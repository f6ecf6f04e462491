-- The job queue that led to the outbox. The outbox's own rows say everything.
DROP SCHEMA IF EXISTS pgboss CASCADE;
