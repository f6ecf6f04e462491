import {
  isCourtesy,
  isOfForward,
  withoutCourtesy,
  withoutSenders,
} from "../../../platform/conversation/beside-form.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { visibleText } from "../../../shared/visible-text.ts";
import { restAt } from "./standing-words.ts";

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
    .map((line) => line.replace(NUMBERING, ""))
    .map((line) =>
      (saysRest(line) ? line.replace(THANKS, "") : withoutCourtesy(line)).replaceAll(IN_BRACKETS, "，$1，"),
    );

const THANKS = /[\s，,。;；!！]+(?:[多感]?谢{1,2}|辛苦|麻烦)[您你了啦]*[\s。!！]*$/u;
/** 其余没问题 is said of what is filled in here. */
const saysRest = (line: string): boolean =>
  line.split(/[，,；;。.!！]+/u).some((part) => restAt(simplified(part.trim())) !== undefined);
