-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "responsible" TEXT;
