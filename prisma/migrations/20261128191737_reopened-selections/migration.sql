-- AlterTable
ALTER TABLE "selection" ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "publication_correction" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "opinion" JSONB,

    CONSTRAINT "publication_correction_pkey" PRIMARY KEY ("campaign_id","number")
);
