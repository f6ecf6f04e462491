-- AlterTable
ALTER TABLE "team_member" ADD COLUMN     "left_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "recusal" ADD COLUMN     "reversed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reversed_by" TEXT,
ADD COLUMN     "reversed_why" JSONB;
