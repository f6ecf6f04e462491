-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "extensions_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "deadline_extension" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "opinion" JSONB,

    CONSTRAINT "deadline_extension_pkey" PRIMARY KEY ("campaign_id","district","deliverable","number")
);
