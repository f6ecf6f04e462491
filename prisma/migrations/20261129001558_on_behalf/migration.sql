-- AlterTable
ALTER TABLE "requirement_sheet" ADD COLUMN     "responsible" TEXT;

-- AlterTable
ALTER TABLE "score_sheet" ADD COLUMN     "responsible" TEXT;

-- AlterTable
ALTER TABLE "score" ADD COLUMN     "responsible" TEXT;

-- AlterTable
ALTER TABLE "recommendation_list" ADD COLUMN     "responsible" TEXT;

-- AlterTable
ALTER TABLE "opinion" ADD COLUMN     "responsible" TEXT;

-- AlterTable
ALTER TABLE "card" ADD COLUMN     "acts_for" TEXT;

-- AlterTable
ALTER TABLE "work_report" ADD COLUMN     "responsible" TEXT;
