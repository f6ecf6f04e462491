-- AlterTable
ALTER TABLE "recommendation_list" ADD COLUMN     "signed_on" TEXT,
ADD COLUMN     "signer" JSONB;

-- CreateTable
CREATE TABLE "case_return" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "due_on" TEXT NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_by" TEXT NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "corrected_by" TEXT,
    "responsible" TEXT,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "late_reason" JSONB,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "case_return_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateIndex
CREATE INDEX "case_return_campaign_id_idx" ON "case_return"("campaign_id");
