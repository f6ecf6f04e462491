import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { affirms } from "../../../src/platform/conversation/answers/affirms.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const form = formOf(shaoxing);
if (!form) throw new Error("no application form");
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-23"), year: 2023, nameKey: "compoundName" });
const at = (key: string, said: string): FormState => ({ ...say(begin(form), said).state, at: key });
const notesOf = (said: readonly string[]): readonly string[] => {
  const { outcome } = said.reduce((before, text) => say(before.state, text), { state: begin(form) } as ReturnType<
    typeof say
  >);
  return "notes" in outcome ? (outcome.notes ?? []) : [];
};

describe("at a suggested value", () => {
  const suggested = at("projectName", "小区名称：和畅名苑");

  test.each(["对", "对的", "ok", "OK", "y", "Y", "yes", "好的", "是的", "可以"])("%s takes it", (said) => {
    expect(say(suggested, said).state.answers).toEqual({ compoundName: "和畅名苑", projectName: "和畅名苑" });
  });

  test.each(["不对", "先不填", "好像不是"])("%s does not", (said) => {
    expect(say(suggested, said).state.answers.projectName).not.toBe("和畅名苑");
  });

  test("嗯 alone hesitates", () => {
    expect(say(suggested, "嗯").state.answers).toEqual({ compoundName: "和畅名苑" });
  });

  test.each(["对", "ok", "y"])("%s at a question without one is no answer", (said) => {
    expect(say(at("partyBranchName", "小区名称：和畅名苑"), said).state.answers).toEqual({ compoundName: "和畅名苑" });
  });

  test.each(["对", "ok", "y"])("%s where another value is saved leaves it", (said) => {
    const saved = at("projectName", "小区名称：和畅名苑\n项目名称：和畅名苑二期");
    expect(say(saved, said).state.answers.projectName).toBe("和畅名苑二期");
  });
});

test.each(["y", "yes", "ok", "okay", "对", "好的"])("%s agrees", (said) => {
  expect(affirms(said)).toBe(true);
});
test.each(["you", "okno", "不对", "对方"])("%s does not", (said) => {
  expect(affirms(said)).toBe(false);
});

describe("a row of a paste that holds only a dash", () => {
  const pasted = "小区名称：和畅名苑\n党支部名称：-\n申报单位：和畅物业";

  test("is said to be left out", () => {
    expect(notesOf([pasted])).toEqual(["空白未填：党支部名称。"]);
  });

  test("is said to change nothing where the field is filled in", () => {
    expect(notesOf(["党支部名称：香林社区党支部", pasted])).toEqual(["空白栏目未改动，仍为原填内容：党支部名称。"]);
  });
});
