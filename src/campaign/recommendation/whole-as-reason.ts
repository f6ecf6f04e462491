import { openQuestion } from "../../platform/conversation/open-question.ts";
import { saidAsText } from "../engine/dispatch/command-or-answer.ts";
import type { Asked, Beside } from "./said-of-several.ts";

/** 确为理由的，请点击「作为理由」；否则… */
const INVITES = /[^；。，]{0,20}的，请点击「作为理由」(?:；否则|(?=[。；]))/gu;

/**
 * A text that begins with numbers of an order, or in which a line or a clause begins with the label of another reason, or
 * a row of a table with another case, is no single reason, however it is asked about: that is not offered.
 */
export function withoutWhole(list: Asked, text: string, { said, offers }: Beside): Beside {
  if (!holdsRowOfOther(list, text)) return { said, offers };
  const kept = offers.filter(({ typed = "" }) => saidAsText(typed) !== text);
  return kept.length === offers.length
    ? { said, offers }
    : { said: said.replaceAll(INVITES, "").replaceAll(/[；。]+(?=[；。])/gu, ""), offers: kept };
}

/** 3 1 2 嘉园有特色 */
const NUMBERS_FIRST = /^\d{1,2}[\s,，、]+\d{1,2}[\s,，、]/u;

function holdsRowOfOther({ reasons, candidates }: Asked, text: string): boolean {
  if (!reasons) return false;
  if (NUMBERS_FIRST.test(text.trim())) return true;
  const open = openQuestion(reasons.form, reasons.state);
  const names = candidates.map(({ application }) => application.compoundName);
  const own = names.find((name) => open?.label.startsWith(name));
  const labels = reasons.form.fields.map(({ label }) => label).filter((label) => label !== open?.label);
  const rows = text.split("\n").map((line) => line.replace(/^[\s\d.、．()（）]+/u, ""));
  const isLabelled = rows.some((row) =>
    row
      .split(/[；;。，,]/u)
      .some((clause) =>
        labels.some((label) => clause.startsWith(label) && /^\s*[:：\t]/u.test(clause.slice(label.length))),
      ),
  );
  return (
    isLabelled ||
    (text.includes("\t") && rows.some((row) => names.some((name) => name !== own && row.startsWith(name))))
  );
}
