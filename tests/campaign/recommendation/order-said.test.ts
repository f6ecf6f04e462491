import { describe, expect, test } from "vitest";
import { isNoReason } from "../../../src/campaign/recommendation/no-reason.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";

const names = ["锦绣花园", "翠苑三区", "越州名苑", "和畅堂"];

describe("an order as people say it", () => {
  test.each([
    ["1、3", [0, 2]],
    ["1-3", [0, 1, 2]],
    ["二一", [1, 0]],
    ["2、1。谢谢", [1, 0]],
    ["按1 2 3 4报", [0, 1, 2, 3]],
    ["3，其他不推荐", [2]],
    ["锦绣花园、翠苑三区 其余不推荐", [0, 1]],
    ["2 1；其余暂不报", [1, 0]],
    ["第一翠苑 第二锦绣", [1, 0]],
    ["翠苑第一，锦绣第二", [1, 0]],
    ["翠苑三区>锦绣花园>越州名苑", [1, 0, 2]],
    ["1.翠苑三区\n2.锦绣花园", [1, 0]],
    ["先锦绣，再翠苑，越州不报", [0, 1]],
    ["前三", [0, 1, 2]],
    ["就报锦绣", [0]],
  ])("%s", (typed, places) => {
    expect(readOrder(typed, names)).toEqual({ kind: "places", places });
  });

  test.each(["2 1 4 理由：4居民满意度高", "锦绣和翠苑并列", "5", "1 1", "收到", "其余不推荐", "锦绣不推荐也行"])(
    "%s is not taken for one",
    (typed) => {
      expect(readOrder(typed, names).kind).not.toBe("places");
    },
  );

  test("another name with 都可以 is no reason", () => {
    expect(isNoReason("翠苑 都可以", names)).toBe(true);
    expect(isNoReason("翠苑居民都认可", names)).toBe(false);
  });
});
