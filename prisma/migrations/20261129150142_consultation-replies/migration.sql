-- CreateTable
CREATE TABLE "consultation_letter" (
    "campaign_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cases" JSONB NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_letter_pkey" PRIMARY KEY ("campaign_id","department","number")
);

-- CreateTable
CREATE TABLE "consultation_reply" (
    "case_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "concerns" JSONB NOT NULL,
    "against" JSONB NOT NULL,
    "words" JSONB,
    "replied_on" TEXT NOT NULL,
    "replied_by" JSONB NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "opinion" JSONB,

    CONSTRAINT "consultation_reply_pkey" PRIMARY KEY ("case_id","department","version")
);

-- CreateIndex
CREATE INDEX "consultation_reply_campaign_id_idx" ON "consultation_reply"("campaign_id");
