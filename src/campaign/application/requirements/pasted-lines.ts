import {
  isCourtesy,
  isOfForward,
  withoutCourtesy,
  withoutSenders,
} from "../../../platform/conversation/beside-form.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { visibleText } from "../../../shared/visible-text.ts";
import { restAt, standingIn } from "./standing-words.ts";

/** ①, 一、, 1、 before a clause's number. */
const NUMBERING =
  /^[ \u3000]*(?:[\u2460-\u2473\u2474-\u2487\u2776-\u277f][ \u3000]*|(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(]?\d{1,2}[、)）])[ \u3000]*(?=\d{1,2}\s*[-－‐‑‒–—−.．]\s*\d))/u;
/** 缴费率96.5%（应收120万元，实收115.8万元） */
const IN_BRACKETS = /[（(]([^（()）]*(?:应收|实收)[^（()）]*)[)）]/gu;

/** The lines of a message about 附件1, without what numbers them and without senders and courtesies of a forwarded one. */
export const linesSaid = (typed: string): string[] =>
  withoutSenders(visibleText(typed))
    .split("\n")
    .filter((line) => !isOfForward(line) && (saysRest(line) || !isCourtesy(line)))
    .map((line) => asItems(line) ?? line.replace(NUMBERING, ""))
    .map((line) =>
      (saysRest(line) ? line.replace(THANKS, "") : withoutCourtesy(line)).replaceAll(IN_BRACKETS, "，$1，"),
    );

const ITEM =
  /^\s*(?:[（(]?(\d{1,2}|[一二三四五六七八九十])[)）]?\s*[、.．:：)）]?|([①-⑩]))\s*((?:均|都|全部?|也)?\s*\S{1,8}?)(\s+\p{Script=Han}.*)?\s*$/u;

/** 1至4符合 */
const ITEMS = /^\s*(\d{1,2})\s*[至到~～]\s*(\d{1,2})\s*((?:均|都|全部?|也)?\s*\S{1,8})\s*$/u;

/** 1、符合, ②符合, 3符合，4符合: the printed numbers of whole items and how they stand, and nothing else. */
function asItems(line: string): string | undefined {
  const parts = line.split(/[,，;；。]+/u).filter((part) => part.trim() !== "");
  const items = parts.map((part) => {
    const [, number, circled = "", said = "", note = ""] = ITEM.exec(part.trimEnd()) ?? [];
    const standing = standingIn(simplified(said.replace(/^(?:均|都|全部?|也)\s*/u, "")));
    const [, from, to, of = ""] = ITEMS.exec(part) ?? [];
    const ofAll = standingIn(simplified(of.replace(/^(?:均|都|全部?|也)\s*/u, "")));
    if (ofAll !== undefined) return `第${from}至${to}项${of}`;
    const digits = number ?? String(circled.normalize("NFKC"));
    return digits === "" || standing === undefined ? undefined : `第${digits}项${said}${note}`;
  });
  return items.length > 0 && items.every((item) => item !== undefined) ? items.join("，") : undefined;
}

const THANKS = /[\s，,。;；!！]+(?:[多感]?谢{1,2}|辛苦|麻烦)[您你了啦]*[\s。!！]*$/u;
/** 其余没问题 is said of what is filled in here. */
const saysRest = (line: string): boolean =>
  line.split(/[，,；;。.!！]+/u).some((part) => restAt(simplified(part.trim())) !== undefined);
