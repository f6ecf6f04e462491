-- AlterTable
ALTER TABLE "api_usage" DROP CONSTRAINT "api_usage_pkey",
ADD COLUMN     "person" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "api_usage_pkey" PRIMARY KEY ("month", "kind", "name", "person");
