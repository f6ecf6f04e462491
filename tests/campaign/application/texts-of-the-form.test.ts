import { expect, test } from "vitest";
import { isOfOpenForm } from "../../../src/campaign/application/order-at-head.ts";

test.each(["申报材料 全文", "全文 申报材料", "备注全文", "全文 家庭事迹"])("%s is read from the open form", (text) => {
  expect(isOfOpenForm(text)).toBe(true);
});

test.each(["全文 鹿山雅居", "申报表全文", "全文", "申报材料 全文 鹿山雅居"])("%s is not", (text) => {
  expect(isOfOpenForm(text)).toBe(false);
});
