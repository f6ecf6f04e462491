import type { AnswerContext } from "../../../../src/platform/conversation/answer.ts";
import type { Form, Question, QuestionKind } from "../../../../src/platform/conversation/field.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

export const when: AnswerContext = { today: civilDate("2023-09-12"), year: 2023 };

export const question = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  key: kind,
  label: "测试项",
  kind,
  required: true,
  ...more,
});

export const ownersBody = question("choice", {
  key: "ownersBodyKind",
  label: "业主组织形式",
  required: false,
  options: [
    { value: "ownersCommittee", text: "业主委员会" },
    { value: "propertyManagementCommittee", text: "物业管理委员会" },
    { value: "selfManagementOrganization", text: "小区自管组织" },
    { value: "none", text: "尚未成立" },
  ],
});

export const accident = question("declaration", {
  key: "safetyAccident",
  label: "近两年内重大安全责任事故",
  options: [
    { value: "none", text: "无" },
    {
      value: "some",
      text: "有",
      detail: [
        { key: "happenedOn", label: "发生日期", kind: "date" },
        { key: "accidentKind", label: "类别", kind: "text" },
      ],
    },
    { value: "pending", text: "待定" },
  ],
});

/** A short form with one question of most kinds. */
export const form: Form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    question("text", { key: "compoundName", label: "小区名称", maxCharacters: 40 }),
    question("text", { key: "compoundAddress", label: "小区地址", maxCharacters: 80 }),
    question("phone", { key: "headPhone", label: "负责人电话", personal: true }),
    ownersBody,
    question("longText", { key: "statement", label: "申报材料", maxCharacters: 800, overflow: true }),
    question("text", {
      key: "projectName",
      label: "项目名称",
      maxCharacters: 40,
      proposal: { sameAs: "compoundName" },
    }),
    question("percent", { key: "rate", label: "交付率或入住率" }),
    accident,
    question("longText", { key: "remarks", label: "备注", required: false, maxCharacters: 300 }),
  ],
};
