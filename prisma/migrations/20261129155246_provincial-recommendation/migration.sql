-- CreateTable
CREATE TABLE "provincial_recommendation" (
    "campaign_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "selection_version" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "due_on" TEXT,
    "state" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "opinion" JSONB,
    "sent_on" TEXT,
    "document_number" TEXT,
    "signed_for" JSONB,
    "result" JSONB,

    CONSTRAINT "provincial_recommendation_pkey" PRIMARY KEY ("campaign_id","version")
);
