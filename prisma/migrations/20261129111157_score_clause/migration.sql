-- AlterTable
ALTER TABLE "score" ADD COLUMN     "clause" TEXT;
