-- CreateTable
CREATE TABLE "receipt" (
    "campaign_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "card_id" TEXT,
    "outbox_key" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "source" TEXT,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("campaign_id","message","person")
);

-- CreateTable
CREATE TABLE "agreed_day" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreed_day_pkey" PRIMARY KEY ("campaign_id","district","deliverable","number")
);

-- CreateTable
CREATE TABLE "check_in" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "told_on" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("campaign_id","district","number")
);

-- CreateIndex
CREATE INDEX "receipt_campaign_id_kind_person_idx" ON "receipt"("campaign_id", "kind", "person");
