import { expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { readOfCase } from "../../../src/campaign/application/other-case.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");
const names = { own: "绿洲名苑二期", others: ["绿洲名苑", "舜江名邸"] };

test.each([
  ["舜江名邸地址凤山路90号", "舜江名邸", "小区地址", "凤山路90号"],
  ["嗯，舜江名邸的地址是凤山路90号", "舜江名邸", "小区地址", "凤山路90号"],
  ["舜江名邸 申报单位：府山街道", "舜江名邸", "申报单位", "府山街道"],
  ["绿洲名苑物业公司：绿城物业", "绿洲名苑", "物业服务企业名称", "绿城物业"],
])("%s is of another case", (said, caseName, label, value) => {
  expect(readOfCase(form, names, said)).toEqual({ caseName, label, value, isOwn: false });
});

test("of names within names the longest is meant", () => {
  expect(readOfCase(form, names, "绿洲名苑二期地址兴贤路66号")).toMatchObject({ label: "小区地址", isOwn: true });
});

test.each(["舜江名邸", "舜江名邸业委会", "舜江名邸社区居委会", "凤山路90号", "舜江路1号"])("%s is none", (said) => {
  expect(readOfCase(form, names, said)).toBeUndefined();
});
