-- AlterTable
ALTER TABLE "inbox_event" ADD COLUMN     "fetched" BYTEA;
