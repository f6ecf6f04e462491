-- CreateTable
CREATE TABLE "return_extension" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "return_number" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" JSONB,

    CONSTRAINT "return_extension_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateIndex
CREATE INDEX "return_extension_campaign_id_idx" ON "return_extension"("campaign_id");
