-- CreateTable
CREATE TABLE "snapshot" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "snapshot_campaign_id_case_id_idx" ON "snapshot"("campaign_id", "case_id");
