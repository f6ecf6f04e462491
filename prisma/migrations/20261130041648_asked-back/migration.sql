-- CreateTable
CREATE TABLE "asked_back" (
    "month" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "asked_back_pkey" PRIMARY KEY ("month","what")
);
