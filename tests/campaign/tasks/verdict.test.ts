import { describe, expect, test } from "vitest";
import { readVerdict, withOpinion } from "../../../src/campaign/tasks/verdict.ts";
import type { Action } from "../../../src/platform/chat/view.ts";

const WAITING: readonly Action[] = [
  { id: "selection.approve", label: "批准", typed: "批准 1", look: "primary", subject: "1" },
  { id: "selection.decline", label: "不批准", typed: "不批准 1", look: "default", subject: "1" },
  { id: "selection.see", label: "查看择优", typed: "查看择优", look: "default" },
];
const sent = (said: string) => {
  const verdict = readVerdict(said);
  return verdict && withOpinion(WAITING, verdict).map(({ typed, look }) => (look === "primary" ? `*${typed}` : typed));
};

describe("a decision said without what it decides", () => {
  test.each([
    ["同意", ["*批准 1", "不批准 1", "查看择优"]],
    ["没意见", ["*批准 1", "不批准 1", "查看择优"]],
    ["同意，请抓紧公布", ["*批准 1 请抓紧公布", "不批准 1", "查看择优"]],
    ["不同意", ["批准 1", "*不批准 1", "查看择优"]],
    ["不同意，请补充未入选的理由", ["批准 1", "*不批准 1 请补充未入选的理由", "查看择优"]],
    ["退回修改：名次有误。请核对", ["批准 1", "*不批准 1 名次有误。请核对", "查看择优"]],
  ])("%s: is proposed with the words as the opinion, and decides nothing", (said, actions) => {
    expect(sent(said)).toEqual(actions);
  });

  test.each(["收到", "同意回避 翠苑三区 张三", "不同意见很多", "可以，明天看"])("%s is none", (said) => {
    expect(readVerdict(said)).toBeUndefined();
  });
});
