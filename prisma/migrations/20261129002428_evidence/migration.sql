-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "label" JSONB,
ADD COLUMN     "looks" TEXT;

-- CreateTable
CREATE TABLE "evidence_burst" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" TEXT,
    "state" TEXT NOT NULL,
    "page" INTEGER NOT NULL DEFAULT 0,
    "moving_row" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_file_at" TIMESTAMPTZ(3) NOT NULL,
    "last_file_clock" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_burst_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" BIGSERIAL NOT NULL,
    "burst_id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "received_hash" TEXT NOT NULL,
    "message" BIGINT NOT NULL,
    "row" TEXT,
    "label" JSONB,
    "state" TEXT NOT NULL,
    "kept_hash" TEXT,
    "type" TEXT,
    "size" INTEGER,
    "taken_on" TEXT,
    "looks" TEXT,
    "refusal" TEXT,
    "attachment_id" TEXT,
    "like" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_row_said" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "case_id" TEXT,
    "label" JSONB,
    "replaces" TEXT,
    "message" BIGINT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_row_said_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_in_hand" (
    "campaign_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_in_hand_pkey" PRIMARY KEY ("campaign_id","person")
);

-- CreateIndex
CREATE INDEX "evidence_burst_campaign_id_person_state_idx" ON "evidence_burst"("campaign_id", "person", "state");

-- CreateIndex
CREATE INDEX "evidence_file_burst_id_message_id_idx" ON "evidence_file"("burst_id", "message", "id");

-- CreateIndex
CREATE INDEX "evidence_file_state_id_idx" ON "evidence_file"("state", "id");

-- CreateIndex
CREATE INDEX "evidence_row_said_campaign_id_person_said_at_idx" ON "evidence_row_said"("campaign_id", "person", "said_at");

-- CreateIndex
CREATE INDEX "attachment_received_hash_idx" ON "attachment"("received_hash");
