import type { Action } from "../../platform/chat/view.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import type { Application } from "../application/application.ts";
import { reviewPhrases as phrases, reopeningPhrases } from "./phrases.ts";

export const REOPEN = "preliminary-review.reopen";

export const goOnAction = ({ id, compoundName }: { id: string; compoundName: string }): Action => ({
  id: "preliminary-review.start",
  label: phrases.goOn(),
  typed: `初评 ${compoundName}`,
  look: "primary",
  subject: id,
});

export const BY_FIGURES = "preliminary-review.by-figures";

/** Beside a form, which it does not save. */
export const byFiguresAction = ({ id, compoundName }: { id: string; compoundName: string }): Action => ({
  ...byFiguresTyped(compoundName),
  id: BY_FIGURES,
  label: viewPhrases.withoutSaving(phrases.byFigures()),
  subject: id,
});

export const REST_FULL = "preliminary-review.rest-full";

/** Beside a form, which it does not save. */
export const restFullAction = ({ id }: { id: string }): Action => ({
  ...{ id: REST_FULL, label: viewPhrases.withoutSaving(phrases.restFull()), typed: phrases.restFull() },
  ...{ look: "default", subject: id },
});

export const byFiguresTyped = (name: string): Action => ({
  ...{ id: "", label: phrases.byFigures(), typed: `按数据评分 ${name}`, look: "default" },
});

export const reopenAction = ({ id, compoundName }: Application): Action => ({
  id: REOPEN,
  label: reopeningPhrases.word(),
  typed: `${reopeningPhrases.word()} ${compoundName}`,
  look: "default",
  subject: id,
});

export const finalizeAction = (name: string): Action => ({
  id: "preliminary-review.lock",
  label: phrases.finalize(),
  typed: `提交定稿 ${name}`,
  look: "primary",
});

/** Beside a form, which it does not save. */
export const finalizeBesideForm = ({ id, compoundName }: { id: string; compoundName: string }): Action => ({
  ...finalizeAction(compoundName),
  label: viewPhrases.withoutSaving(phrases.finalize()),
  look: "default",
  subject: id,
});
