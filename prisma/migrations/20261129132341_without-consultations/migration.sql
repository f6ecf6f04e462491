-- DropTable
DROP TABLE "consultation";

-- DropTable
DROP TABLE "consultation_reply";
