import { describe, expect, test } from "vitest";
import { type Nameable, readDefects } from "../../../src/campaign/correction/read-defects.ts";

const NAMEABLE: Nameable = {
  rows: ["3-5", "3-2", "8-2"],
  evidence: ["3-5"],
  clauses: ["8-2"],
  fields: new Map([
    ["address", ["小区地址", "地址"]],
    ["name", ["小区名称"]],
    ["secretary", ["社区书记"]],
  ]),
  offices: new Map([
    ["neighborhood", ["属地社区", "社区"]],
    ["subdistrict", ["街道"]],
  ]),
};

const read = (typed: string) => readDefects(typed, NAMEABLE);

describe("defects are named with what is wrong, one a line or between ；", () => {
  test.each([
    ["评分3-5 偏高", "points:3-5", "偏高"],
    ["初评 第3-5条：偏高", "points:3-5", "偏高"],
    ["材料3-5 缺夜间照片", "evidence:3-5", "缺夜间照片"],
    ["要求8-2 未说明整改", "clause:8-2", "未说明整改"],
    ["附件1第8-2条，未说明整改", "clause:8-2", "未说明整改"],
    ["意见社区 未盖章", "opinion:neighborhood", "未盖章"],
    ["社区意见 未盖章", "opinion:neighborhood", "未盖章"],
    ["盖章件 不清晰", "paper", "不清晰"],
    ["附件3盖章件：缺第二页", "paper", "缺第二页"],
    ["小区地址 与盖章件不一致", "field:address", "与盖章件不一致"],
    ["【小区地址】与盖章件不一致", "field:address", "与盖章件不一致"],
    ["1. 社区书记 已换届", "field:secretary", "已换届"],
  ])("%s", (typed, part, defect) => {
    expect(read(typed)).toEqual({ ok: true, defects: [{ part, defect }] });
  });

  test("several at once; those on one part are one", () => {
    expect(read("评分3-5 偏高；材料3-5 缺夜间照片\n评分3-5 没有理由")).toEqual({
      ok: true,
      defects: [
        { part: "points:3-5", defect: "偏高；没有理由" },
        { part: "evidence:3-5", defect: "缺夜间照片" },
      ],
    });
  });
});

describe("all are read or none", () => {
  test.each([
    ["a row alone, which is points, evidence or a clause", "3-5 照片模糊", ["3-5 照片模糊"], []],
    ["a row that takes no evidence", "材料3-2 缺", ["材料3-2 缺"], []],
    ["a clause that there is not", "要求9-9 缺", ["要求9-9 缺"], []],
    ["a part without what is wrong", "评分3-5", [], ["评分3-5"]],
    ["one good, one not", "评分3-5 偏高；随便", ["随便"], []],
    ["nothing", "", [], []],
  ])("%s", (_what, typed, unread, bare) => {
    expect(read(typed)).toEqual({ ok: false, unread, bare });
  });
});
