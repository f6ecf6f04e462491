-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "mandate" JSONB;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "mobile" JSONB;

-- CreateTable
CREATE TABLE "absence" (
    "campaign_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("campaign_id","staff_id","from_day")
);

-- A roster that was taken over is kept without names, telephone numbers and the app's secret: only who has which role.
UPDATE "definition_content" SET "content" = jsonb_build_object('people', (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', person -> 'id', 'roles', person -> 'roles') ORDER BY at), '[]'::jsonb)
  FROM jsonb_array_elements("content" -> 'people') WITH ORDINALITY AS listed (person, at)))
WHERE "content" ? 'corpId' AND "content" ? 'people';
