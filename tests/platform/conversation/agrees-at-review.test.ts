import { expect, test } from "vitest";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { stepPhrases } from "../../../src/platform/conversation/phrases.ts";
import { form, when } from "./support/questions.ts";

const review = openAt(begin(form), undefined);
const say = (text: string) => step(form, review, { text, today: when.today, year: when.year });

test.each(["是", "好", "ok", "对的", "好的"])(
  "%s at the review shows it again and says that nothing was submitted",
  (text) => {
    expect(say(text)).toMatchObject({ outcome: { kind: "review", notes: [stepPhrases.notYetSubmitted()] } });
  },
);

test("其他话 at the review is not understood", () => {
  expect(say("今天天气不错").outcome.kind).toBe("notUnderstood");
});
