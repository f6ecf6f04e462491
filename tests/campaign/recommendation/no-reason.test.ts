import { expect, test } from "vitest";
import { isNoReason } from "../../../src/campaign/recommendation/no-reason.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";

const names = ["江南春晓花园", "曹娥锦苑"];

test.each([
  "锦苑",
  "同建议",
  "按建议次序",
  "江南>锦苑",
  "锦苑、江南",
  "曹娥锦苑理由同上",
  "同江南",
  "和江南一样",
  "理由删掉",
  "下一个",
  "其余同上",
])("%s says which case or what to do, and is no reason", (said) => {
  expect(isNoReason(said, names)).toBe(true);
});

test.each([
  "居民满意度高",
  "锦苑正在加装电梯",
  "比江南更好",
  "与江南春晓花园相比，绿化率高",
  "花园绿化好",
  "建议多培训",
  "按建议整改到位",
  "违建已删除标识，正在拆除整改，下一步由街道负责逐项督促落实",
])("%s may be one", (said) => {
  expect(isNoReason(said, names)).toBe(false);
});

test.each([
  ["锦苑 江南", [1, 0]],
  ["江南>锦苑", [0, 1]],
  ["锦苑，春晓", [1, 0]],
])("%s orders the cases by a part of the name that only one has", (said, places) => {
  expect(readOrder(said, names)).toMatchObject({ kind: "places", places });
});

test("a part that several have is no name", () => {
  expect(readOrder("花园 锦苑", ["江南花园", "锦苑花园"])).not.toMatchObject({ kind: "places" });
});
