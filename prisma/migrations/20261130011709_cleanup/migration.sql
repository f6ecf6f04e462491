-- CreateTable
CREATE TABLE "cleanup" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "erased" JSONB,

    CONSTRAINT "cleanup_pkey" PRIMARY KEY ("campaign_id","number")
);
