-- CreateTable
CREATE TABLE "archive" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "keep" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" JSONB,
    "made_at" TIMESTAMPTZ(3),
    "files" JSONB,

    CONSTRAINT "archive_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "archive_work" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "parts" JSONB,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "archive_work_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateIndex
CREATE INDEX "archive_work_state_idx" ON "archive_work"("state");
