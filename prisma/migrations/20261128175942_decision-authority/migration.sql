-- AlterTable
ALTER TABLE "ruling_answer" ADD COLUMN     "authority" JSONB,
ADD COLUMN     "opinion" JSONB;

-- AlterTable
ALTER TABLE "selection" ADD COLUMN     "authority" JSONB,
ADD COLUMN     "opinion" JSONB;
