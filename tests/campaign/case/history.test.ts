import { expect, test } from "vitest";
import { type Done, inOrder, together } from "../../../src/campaign/case/history.ts";

const done = (what: string, time: string, order?: bigint): Done => ({
  ...{ at: new Date(`2023-09-27T${time}+08:00`), actor: "keqiao-1", what, byDistrict: true },
  ...(order === undefined ? {} : { order }),
});

test("steps stand by their time, and those of one time as the journal has them", () => {
  const all = [
    done("归入材料", "10:00:00", 7n),
    done("修改申报", "09:00:00", 2n),
    done("初评提交定稿", "10:00:00", 5n),
    done("报送推荐名单", "10:00:00", 6n),
    done("撤回推荐名单", "11:00:00", 9n),
  ];
  expect(inOrder(all).map(({ what }) => what)).toEqual([
    "修改申报",
    "初评提交定稿",
    "报送推荐名单",
    "归入材料",
    "撤回推荐名单",
  ]);
  expect(together(inOrder(all))).toHaveLength(5);
});
