-- CreateTable
CREATE TABLE "opinion" (
    "case_id" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "stance" TEXT NOT NULL,
    "text" JSONB,
    "signer" JSONB,
    "sealed_by" TEXT,
    "given_on" TEXT NOT NULL,
    "scan" TEXT,
    "confirms" INTEGER,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("case_id","office","number")
);

-- CreateTable
CREATE TABLE "revision_slip" (
    "case_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "marked_by" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_slip_pkey" PRIMARY KEY ("case_id","revision")
);

-- CreateTable
CREATE TABLE "paper_copy" (
    "case_id" TEXT NOT NULL,
    "copy" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "received" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_copy_pkey" PRIMARY KEY ("case_id","copy")
);

-- CreateIndex
CREATE INDEX "opinion_campaign_id_idx" ON "opinion"("campaign_id");

-- CreateIndex
CREATE INDEX "revision_slip_campaign_id_idx" ON "revision_slip"("campaign_id");

-- CreateIndex
CREATE INDEX "paper_copy_campaign_id_idx" ON "paper_copy"("campaign_id");
