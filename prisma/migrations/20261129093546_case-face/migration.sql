-- CreateTable
CREATE TABLE "case_face" (
    "campaign_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "face" TEXT NOT NULL,

    CONSTRAINT "case_face_pkey" PRIMARY KEY ("campaign_id","person","case_id")
);
