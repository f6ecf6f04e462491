import { expect, test } from "vitest";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import { waitingReasons } from "../../../src/campaign/recommendation/unsettled.ts";
import { answerAll } from "../../../src/platform/conversation/answer-all.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const fields = [field("a", "江南一品花园要求不符合的理由"), field("b", "江南一品花园的推荐理由")];
const form = { id: "recommendation", title: "", version: 1, fields };
const { at: _, ...none } = begin(form);
const ready: FormState = { ...none, answers: { a: "旧理由甲", b: "旧理由乙" } };
const said = (text: string) => ({ text, today: civilDate("2023-08-28"), year: 2023 });

test("reasons that were read and refused wait before the list is reported, until they are recorded or given up", () => {
  const typed =
    "江南一品花园要求不符合的理由：3-1台账已补齐；8-2正在催缴，9月底前完成\n江南一品花园的推荐理由：组织得力，业主参与度高";
  const read = readLabelledReasons(form, undefined, { typed, names: ["江南一品花园"] });
  if (read?.kind !== "given") throw new Error("not read");
  const asked = answerAll({ form, state: ready, input: said(typed) }, { answers: read.reasons });
  const waiting = waitingReasons({ reasons: { form, state: asked.state } });
  expect(waiting).toHaveLength(asked.state.offered === undefined ? 0 : 2);
  expect(asked.state.offered).toBeDefined();

  const dropped = step(form, asked.state, said("不记录"));
  expect(waitingReasons({ reasons: { form, state: dropped.state } })).toEqual([]);
  const recorded = step(form, asked.state, said("记录其余2项"));
  expect(waitingReasons({ reasons: { form, state: recorded.state } })).toEqual([]);
  expect(recorded.state.answers).toMatchObject({ b: "组织得力，业主参与度高" });
  expect(waitingReasons({ reasons: undefined })).toEqual([]);
});
