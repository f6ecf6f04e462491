-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);
