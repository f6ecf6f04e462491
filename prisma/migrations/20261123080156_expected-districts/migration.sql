-- CreateTable
CREATE TABLE "expected_districts" (
    "campaign_id" TEXT NOT NULL,
    "districts" JSONB NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expected_districts_pkey" PRIMARY KEY ("campaign_id")
);
