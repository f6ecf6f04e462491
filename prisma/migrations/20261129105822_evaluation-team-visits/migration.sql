-- CreateTable
CREATE TABLE "evaluation_team" (
    "campaign_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "members" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "opinion" JSONB,

    CONSTRAINT "evaluation_team_pkey" PRIMARY KEY ("campaign_id","version")
);

-- CreateTable
CREATE TABLE "team_member" (
    "campaign_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" JSONB,
    "unit" JSONB,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("campaign_id","id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "case_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "facts" JSONB,
    "raised_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" JSONB,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("case_id","member_id","number")
);

-- CreateTable
CREATE TABLE "no_recusal" (
    "case_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "said_by" TEXT NOT NULL,

    CONSTRAINT "no_recusal_pkey" PRIMARY KEY ("case_id","member_id")
);

-- CreateTable
CREATE TABLE "site_visit" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "car" INTEGER,
    "position" INTEGER NOT NULL,
    "unannounced" BOOLEAN NOT NULL DEFAULT false,
    "escort" JSONB,
    "state" TEXT NOT NULL,
    "arranged_by" TEXT NOT NULL,
    "arranged_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "site_visit_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "site_assignment" (
    "case_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "assigned_by" TEXT NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "site_assignment_pkey" PRIMARY KEY ("case_id","member_id","number")
);

-- CreateTable
CREATE TABLE "agreed_points" (
    "case_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "hundredths" INTEGER NOT NULL,
    "reason" JSONB NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "agreed_points_pkey" PRIMARY KEY ("case_id","criterion","number")
);

-- CreateTable
CREATE TABLE "recheck" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "reason" JSONB,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "outcome" JSONB,

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "consultation" (
    "campaign_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cases" JSONB NOT NULL,
    "exported_by" TEXT NOT NULL,
    "exported_at" TIMESTAMPTZ(3) NOT NULL,
    "reply_number" JSONB,
    "replied_on" TEXT,
    "recorded_by" TEXT,
    "recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("campaign_id","department","number")
);

-- CreateTable
CREATE TABLE "consultation_reply" (
    "case_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "words" JSONB,
    "clause" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "reason" JSONB,

    CONSTRAINT "consultation_reply_pkey" PRIMARY KEY ("case_id","department","number")
);

-- CreateIndex
CREATE INDEX "recusal_campaign_id_idx" ON "recusal"("campaign_id");

-- CreateIndex
CREATE INDEX "no_recusal_campaign_id_idx" ON "no_recusal"("campaign_id");

-- CreateIndex
CREATE INDEX "site_visit_campaign_id_day_idx" ON "site_visit"("campaign_id", "day");

-- CreateIndex
CREATE INDEX "site_assignment_campaign_id_idx" ON "site_assignment"("campaign_id");

-- CreateIndex
CREATE INDEX "agreed_points_campaign_id_idx" ON "agreed_points"("campaign_id");

-- CreateIndex
CREATE INDEX "recheck_campaign_id_idx" ON "recheck"("campaign_id");

-- CreateIndex
CREATE INDEX "consultation_reply_campaign_id_idx" ON "consultation_reply"("campaign_id");
