import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../../src");

/** A sentence with bold in it; `/**`, powers and the stars of a mask are something else. */
const MARKED = /["`}\p{sc=Han}]\*\*(?!\*)|(?<!\*)\*\*["`$\p{sc=Han}]/u;

test("sentences hold no markup: a heading is a block of its own, so that data can hold every sign", () => {
  const files = readdirSync(join(SOURCE, "campaign"), { recursive: true, encoding: "utf8" });
  const marked = files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => MARKED.test(readFileSync(join(SOURCE, "campaign", file), "utf8")));

  expect(marked).toEqual([]);
});

/** Words that nobody reads any more, each with the word in its place. Old command words stay understood. */
const GONE: Readonly<Record<string, string>> = {
  没有听懂: "未能识别",
  等待文件的步骤: "请说明该文件的用途",
  未答条目: "未评分条目",
  系统据此: "据此执行",
  "拟答：": "拟答复",
  比率类型: "填报指标",
  比率截至日期: "数据截止日期",
  "请填写【推荐次序】": "请按推荐先后回复序号",
  推荐与否由人决定: "推荐对象由贵单位研究确定",
  经择优: "经评选",
  在与我的单聊中: "在与家园助手的单聊中",
  本次择优已报批或已取消: "one of the two",
  候补: "递补对象",
  宜于: "请尽量于",
  办理为宜: "请尽量于",
  字段名: "栏目名称",
  "改 字段": "改 栏目",
  "生效：": "自确认之时起生效",
  核验尚未进行: "系统中无核验记录",
  本名单未经核验: "系统中无核验记录",
  "审批意见：不同意": "the opinion in words",
  "（地区、状态": "no parenthesis explains what a workbook is before it",
  授牌: "the plan says none of it",
  表彰: "the plan says none of it",
};
/** Understood when typed, and said nowhere. */
const TYPED_ONLY = ["工作台", "锁定", "解锁", "确认名单"];

test("cards and messages use the words decided for everyone", () => {
  const said = ["src/campaign", "src/platform", "campaigns"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|yaml)$/.test(file) && !file.includes("generated"))
      .flatMap((file) =>
        readFileSync(join(folder, file), "utf8")
          .split("\n")
          .filter((line) => !/^\s*(?:\/\*|\*|\/\/|#)/.test(line))
          .map((line) => ({ file, line })),
      ),
  );
  const found = said.filter(({ line }) => Object.keys(GONE).some((word) => line.includes(word)));
  const old = said.filter(({ line }) =>
    TYPED_ONLY.some((word) => line.includes(word) && !/\bwords:|onfirmWords/.test(line) && !line.includes(`"${word}"`)),
  );

  expect(found).toEqual([]);
  expect(old).toEqual([]);
});

/** What is typed, as it is quoted: 发送「申报」. Names and what others said stand in “ ”. */
const TYPED_IN_NAMES_QUOTES =
  /(?:(?<!并)发送|回复|可写|再发)(?:内容)?“|「[^」]*」(?:、|，?或|和)?“[^”]*”[^“」]{0,4}(?:查看|办理|可)/u;

test("what is to be typed stands in 「」 everywhere", () => {
  const lines = ["src", "campaigns"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?:phrases[\w-]*\.ts|\.yaml)$/.test(file) && !file.includes("generated"))
      .flatMap((file) =>
        readFileSync(join(folder, file), "utf8")
          .split("\n")
          .filter((line) => !/^\s*(?:\/\*|\*|\/\/|#)/.test(line))
          .map((line) => ({ file, line })),
      ),
  );

  expect(lines.filter(({ line }) => TYPED_IN_NAMES_QUOTES.test(line))).toEqual([]);
});
