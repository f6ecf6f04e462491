import { asksOfState } from "../../engine/dispatch/extension-points.ts";
import { extend, type Feature } from "../../engine/feature.ts";
import { standingQuestion } from "./rules.ts";
import { standingView } from "./views.ts";

/** 提交了吗, 总分多少了: answered whatever is open; nothing is recorded, and the open question stays. */
const asked = extend(asksOfState, async (_, { text, asker, isCommand }) => {
  const question = standingQuestion(text);
  if (!question || (isCommand && !["deadline", "total"].includes(question.kind))) return undefined;
  return standingView(asker, question);
});

export const standingFeature: Feature = { extensions: [asked] };
