import { describe, expect, test } from "vitest";
import { askedBackLines, frictionOf } from "../../../src/campaign/archive/friction.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const reading = (tables: Readonly<Record<string, unknown>>) => async (name: string) => tables[name] ?? [];
const list = (district: string, confirmed_at: string, version = 1) => ({ district, version, confirmed_at });

describe("last year's friction", () => {
  test("a list of the last day is in time, one of the next working day a day late; what mends it later counts for nothing", async () => {
    const lines = await frictionOf(
      shaoxing,
      reading({
        recommendation_list: [
          list("keqiao", "2023-09-20T15:59:00+00:00"),
          list("yuecheng", "2023-09-20T16:00:00+00:00"),
          list("yuecheng", "2023-09-27T02:00:00+00:00", 2),
          // A Saturday, and the working day after it.
          list("zhuji", "2023-09-23T02:00:00+00:00"),
          list("shangyu", "2023-09-25T02:00:00+00:00"),
        ],
      }),
    );
    const late = lines.map((line) => line.replace(/的推荐名单/u, " "));

    expect(late.join("\n")).not.toContain("柯桥区");
    expect(lines.every((line) => /等待(?:越城区|诸暨市|上虞区)报送$/u.test(line))).toBe(true);
    expect(new Set(lines.map((line) => line.slice(0, 3))).size).toBe(lines.length);
  });

  test("what was decided on the next working day is none, later it waited for whom it was", async () => {
    const answered = (ruling: string, recorded_at: string, decided_at: string | null) => ({
      ruling,
      recorded_at,
      decided_at,
    });
    const lines = await frictionOf(
      shaoxing,
      reading({
        ruling_answer: [
          answered("R1", "2023-09-01T02:00:00+00:00", "2023-09-04T02:00:00+00:00"),
          answered("R14", "2023-09-01T02:00:00+00:00", "2023-09-05T02:00:00+00:00"),
          answered("R10", "2023-09-01T02:00:00+00:00", null),
        ],
        support_request: [
          {
            number: 2,
            district: "keqiao",
            asked_at: "2023-09-01T02:00:00+00:00",
            answered_at: "2023-09-08T02:00:00+00:00",
          },
        ],
      }),
    );

    expect(lines).toEqual(["口径R14的答复，等待审批领导答复2个工作日", "第2号支持事项，等待活动联系人答复5个工作日"]);
  });

  test("a correction that came after its day waited for its district", async () => {
    const lines = await frictionOf(
      shaoxing,
      reading({
        application: [{ id: "a", district: "keqiao", compound_name: "柯岩新村" }],
        case_return: [
          { case_id: "a", due_on: "2023-09-25", corrected_at: "2023-09-25T15:00:00+00:00" },
          { case_id: "a", due_on: "2023-09-25", corrected_at: "2023-09-27T02:00:00+00:00" },
        ],
      }),
    );

    expect(lines).toEqual(["柯桥区柯岩新村的补正逾期2个工作日，等待柯桥区报送"]);
  });

  test("of an archive that holds nothing of it, nothing is said", async () => {
    expect([await frictionOf(shaoxing, reading({})), await askedBackLines(reading({}))]).toEqual([[], []]);
  });
});

test("what was asked back most often comes first, ten at most", async () => {
  const asked_back = Array.from({ length: 12 }, (_, at) => ({ what: `q${at}`, words: `第${at}项`, count: at + 1 }));
  const lines = await askedBackLines(reading({ asked_back }));

  expect([lines.length, lines[0], lines.at(-1)]).toEqual([10, "第11项：12次", "第2项：3次"]);
});
