-- AlterTable
ALTER TABLE "expected_districts" ADD COLUMN     "authority" JSONB;
