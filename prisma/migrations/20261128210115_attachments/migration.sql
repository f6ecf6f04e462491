-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "case_id" TEXT,
    "district" TEXT,
    "place" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "received_hash" TEXT NOT NULL,
    "kept_hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "taken_on" TEXT,
    "personal" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdraw_reason" JSONB,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_campaign_id_case_id_place_idx" ON "attachment"("campaign_id", "case_id", "place");

-- CreateIndex
CREATE INDEX "attachment_kept_hash_idx" ON "attachment"("kept_hash");
