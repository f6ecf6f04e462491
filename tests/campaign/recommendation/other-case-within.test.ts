import { expect, test } from "vitest";
import { otherCaseWithin } from "../../../src/campaign/recommendation/other-case-within.ts";
import type { Form } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const form: Form = {
  ...{ id: "recommendation", title: "推荐名单", version: 1 },
  fields: [{ key: "a", label: "东升花园的推荐理由", kind: "longText", required: true, maxCharacters: 200 }],
};
const other = (text: string) => otherCaseWithin({ form, state: begin(form) }, text, ["锦绣江南", "东升花园"]);

test.each(["嗯我们在锦绣江南物业用房那边拍的垃圾分类的那个", "锦绣江南的业委会规范", "这是锦绣江南的照片"])(
  "%s names another case than the one asked for",
  (text) => {
    expect(other(text)).toBe("锦绣江南");
  },
);

test.each([
  "居民的满意度测评百分之九十六点二比锦绣江南高",
  "东升花园满意度高，锦绣江南次之",
  "与锦绣江南相邻，管理规范",
  "党建做得好",
])("%s is of its own", (text) => {
  expect(other(text)).toBeUndefined();
});
