-- AlterTable
ALTER TABLE "score_sheet" ADD COLUMN     "late_reason" JSONB,
ADD COLUMN     "lateness" TEXT;

-- AlterTable
ALTER TABLE "recommendation_list" ADD COLUMN     "late_reason" JSONB,
ADD COLUMN     "lateness" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" TEXT;

-- AlterTable
ALTER TABLE "expected_districts" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "opinion" JSONB,
ADD COLUMN     "released" JSONB;
