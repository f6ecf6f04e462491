-- CreateTable
CREATE TABLE "evidence_order" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "row" TEXT,
    "shows" JSONB,
    "state" TEXT NOT NULL,
    "made" JSONB,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_order_state_id_idx" ON "evidence_order"("state", "id");

-- CreateIndex
CREATE INDEX "evidence_order_campaign_id_person_id_idx" ON "evidence_order"("campaign_id", "person", "id");
