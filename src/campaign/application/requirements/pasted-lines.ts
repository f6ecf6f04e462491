import {
  isCourtesy,
  isOfForward,
  withoutCourtesy,
  withoutSenders,
} from "../../../platform/conversation/beside-form.ts";
import { visibleText } from "../../../shared/visible-text.ts";

/** ①, 一、, 1、 before a clause's number. */
const NUMBERING =
  /^[ \u3000]*(?:[\u2460-\u2473\u2474-\u2487\u2776-\u277f][ \u3000]*|(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(]?\d{1,2}[、)）])[ \u3000]*(?=\d{1,2}\s*[-－‐‑‒–—−.．]\s*\d))/u;
/** 缴费率96.5%（应收120万元，实收115.8万元） */
const IN_BRACKETS = /[（(]([^（()）]*(?:应收|实收)[^（()）]*)[)）]/gu;

/** The lines of a message about 附件1, without what numbers them and without senders and courtesies of a forwarded one. */
export const linesSaid = (typed: string): string[] =>
  withoutSenders(visibleText(typed))
    .split("\n")
    .filter((line) => !isOfForward(line) && !isCourtesy(line))
    .map((line) => withoutCourtesy(line.replace(NUMBERING, "")).replaceAll(IN_BRACKETS, "，$1，"));
