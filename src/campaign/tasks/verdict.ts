import type { Action } from "../../platform/chat/view.ts";
import { plainText } from "../engine/dispatch/match-command.ts";

/** A decision said without what it decides. */
interface Verdict {
  agrees: boolean;
  /** What was said beside it; empty if nothing was. */
  opinion: string;
}

const ALONE = /^(?:同意|批准|准予?|可以|没意见|无意见|通过)$/u;
const WITH_WORDS =
  /^\s*(?<verdict>同意|批准|不同意|不批准|不通过|退回(?:修改)?)(?:[\s，,。；;：:、]+(?<opinion>\S[\s\S]*))?$/u;

/** In characters: what a button can send. */
const MOST = 200;

/** 同意, 不同意，请补充未入选的理由; undefined for other words. */
export function readVerdict(text: string): Verdict | undefined {
  if (ALONE.test(plainText(text))) return { agrees: true, opinion: "" };
  const { verdict = "", opinion = "" } = WITH_WORDS.exec(text)?.groups ?? {};
  return verdict === "" || opinion.length > MOST
    ? undefined
    : { agrees: !/^(?:不|退)/u.test(verdict), opinion: opinion.trim() };
}

/** The buttons for that decision send the words beside it, too; the first of them is the one to press. */
export function withOpinion(actions: readonly Action[], { agrees, opinion }: Verdict): Action[] {
  const isMeant = ({ typed }: Action): boolean => /^不/u.test(typed) !== agrees;
  const decides = ({ typed }: Action): boolean => /^(?:不?批准|不?同意|确认|准予|不予)/u.test(typed);
  const meant = (action: Action): Action =>
    decides(action) && isMeant(action) ? { ...action, typed: `${action.typed} ${opinion}`.trim() } : action;
  if (agrees) return actions.map(meant);
  const first = actions.find((action) => decides(action) && isMeant(action));
  return actions.map((action) => ({ ...meant(action), look: action === first ? "primary" : "default" }));
}
