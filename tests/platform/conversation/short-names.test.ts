import { expect, test } from "vitest";
import { textDoubt } from "../../../src/platform/conversation/answers/text-doubt.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { partOfOther, withoutOwnWord } from "../../../src/platform/conversation/short-names.ts";

const text = (label: string): Question => ({ key: label, label, kind: "text", required: true });
const fields: Question[] = [
  ...["项目名称", "所属街道（乡镇）", "所属社区", "小区名称", "小区地址", "申报单位", "申报单位负责人", "审批单位"].map(
    text,
  ),
  ...["业委会主任", "党支部名称", "党支部书记", "物业服务企业名称", "备注"].map(text),
  { key: "form", label: "组织形式", kind: "choice", required: true, options: [] },
  { key: "rate", label: "交付率或入住率", kind: "percent", required: true },
  { key: "material", label: "申报材料", kind: "longText", required: true },
];
const form = { id: "f", title: "", version: 1, fields };
const of = (label: string): Question => fields.find((one) => one.label === label) ?? text(label);

test.each([
  ["物业服务企业名称", "街道曹娥 社区人民 入住率88.5 没事故"],
  ["备注", "物业企业：上虞安居物业，项目名删掉，形式2"],
  ["项目名称", "形式改2"],
  ["项目名称", "单位=曹娥锦苑物业管理处"],
  ["申报材料", "地址：曹娥街道人民路12号"],
  ["党支部名称", "百官江杨社区 绿城物业，项目名同上，入住率96 其他没"],
  ["申报单位", "审批同上个"],
  ["小区名称", "形式2"],
])("at %s, %s names another field and is asked about", (label, said) => {
  expect(partOfOther(form, of(label), said)).toBeDefined();
});

test.each([
  ["申报单位", "物业服务中心"],
  ["申报单位", "社区居委会"],
  ["申报单位", "曹娥街道人民社区居委会"],
  ["党支部名称", "小区党支部"],
  ["小区地址", "曹娥街道人民路12号"],
  ["小区名称", "江南春晓花园"],
  ["备注", "物业费已下调，社区支持"],
  ["申报材料", "物业改造后，社区面貌一新"],
  ["物业服务企业名称", "绿城物业"],
])("at %s, %s is one answer", (label, said) => {
  expect(partOfOther(form, of(label), said)).toBeUndefined();
});

test.each([
  ["申报单位负责人", "负责人章国良 13900000000", "章国良 13900000000"],
  ["党支部书记", "书记李芳", "李芳"],
  ["所属社区", "社区江杨", "江杨"],
  ["业委会主任", "主任王建国", "王建国"],
  ["所属社区", "社区居委", "社区居委"],
  ["业委会主任", "书记李芳", "书记李芳"],
  ["小区名称", "社区江杨", "社区江杨"],
])("at %s, %s is %s", (label, said, own) => {
  expect(withoutOwnWord(of(label), said)).toBe(own);
});

test.each([
  ["业委会主任", "主任同负责人", []],
  ["党支部名称", "李芳，同上", []],
  ["业委会主任", "下一个", []],
  ["物业服务企业名称", "wy 绿城物业", ["绿城物业"]],
  ["小区地址", "dz 百官街道人民路3号", ["百官街道人民路3号"]],
  ["党支部书记", "zb江南春晓小区党支部", []],
  ["党支部书记", "江南春晓小区党支部", []],
  ["所属街道", "百官 江杨", []],
  ["申报单位", "江南春晓花园业委会 2", ["江南春晓花园业委会"]],
  ["物业服务企业名称", "绿城物业 其他没", []],
])("at %s, %s is more than the name, and asked back", (label, said, readings) => {
  expect(textDoubt(text(label), said)?.readings).toEqual(readings);
});

test.each([
  ["业委会主任", "同建国"],
  ["申报单位", "江南春晓花园业委会"],
  ["小区地址", "人民路 12"],
  ["所属街道", "百官街道"],
  ["小区名称", "锦绣花园 2期"],
])("at %s, %s is taken", (label, said) => {
  expect(textDoubt(text(label), said)).toBeUndefined();
});
