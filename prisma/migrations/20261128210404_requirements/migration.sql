-- CreateTable
CREATE TABLE "requirement_sheet" (
    "case_id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "clauses" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "answered_by" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requirement_sheet_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "reference_list" (
    "campaign_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "applied_by" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_list_pkey" PRIMARY KEY ("campaign_id","purpose","version")
);

-- CreateIndex
CREATE INDEX "requirement_sheet_campaign_id_idx" ON "requirement_sheet"("campaign_id");
