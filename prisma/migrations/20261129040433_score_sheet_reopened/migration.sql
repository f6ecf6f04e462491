-- AlterTable
ALTER TABLE "score_sheet" ADD COLUMN     "reopen_reason" JSONB,
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3),
ADD COLUMN     "reopened_by" TEXT;
