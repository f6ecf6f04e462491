-- AlterTable
ALTER TABLE "broadcast" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "files" JSONB,
ADD COLUMN     "nudged_at" TIMESTAMPTZ(3),
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "recalled_at" TIMESTAMPTZ(3),
ADD COLUMN     "recipients" JSONB,
ADD COLUMN     "state" TEXT,
ADD COLUMN     "undelivered" INTEGER,
ADD COLUMN     "values" JSONB,
ALTER COLUMN "sent_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "broadcast_template" (
    "campaign_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_template_pkey" PRIMARY KEY ("campaign_id","name")
);

-- CreateTable
CREATE TABLE "summary" (
    "campaign_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "is_on" BOOLEAN,
    "weekday" INTEGER,
    "time" TEXT,
    "digest" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "summary_pkey" PRIMARY KEY ("campaign_id","what")
);

-- CreateTable
CREATE TABLE "feedback" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "person" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("campaign_id","number")
);
