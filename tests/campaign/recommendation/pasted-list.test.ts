import { expect, test } from "vitest";
import { isListOfCases } from "../../../src/campaign/recommendation/pasted-list.ts";

const names = ["越剧新苑", "剡溪花园"];

test.each([
  "1\t剡溪花园\t居民满意度高\n2\t越剧新苑\t党建引领",
  "推荐次序：\n1、剡溪花园（满意度高）\n2、越剧新苑（党建引领）",
  "关于报送推荐名单的函\n市建设局：\n第一：剡溪花园，居民满意度高\n第二：越剧新苑，党建引领",
  "1\t剡溪花园\t居民满意度高\n2\t滨江花园\t党建引领",
])("%j is a list", (text) => {
  expect(isListOfCases(text, names)).toBe(true);
});

test.each([
  "剡溪花园：居民满意度高",
  "剡溪花园\n越剧新苑",
  "剡溪花园：社区同意 9月5日\n越剧新苑：社区同意 9月6日",
  "剡溪花园 1-1 3\n越剧新苑 1-1 4",
  "剡溪花园：1-1不符合\n越剧新苑：均符合",
  "小区名称：剡溪花园\n小区地址：鹿山路1号",
])("%j is none", (text) => {
  expect(isListOfCases(text, names)).toBe(false);
});
