-- AlterTable
ALTER TABLE "deadline_extension" ADD COLUMN     "approval_opinion" JSONB,
ADD COLUMN     "authority" JSONB;
