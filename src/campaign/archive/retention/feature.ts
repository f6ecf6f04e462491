import { textView } from "../../../platform/chat/view.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { rulingEffects } from "../../ruling/extension-points.ts";
import { cleanupTable } from "./cleanup.ts";
import { retentionPhrases as phrases } from "./phrases.ts";
import { decideCleanup, requestCleanup } from "./steps.ts";
import {
  CONFIRM_CLEANUP,
  cleanupCard,
  cleanupPreview,
  DECLINE_CLEANUP,
  personalDataPage,
  REQUEST_CLEANUP,
} from "./views.ts";

const organizing = { capability: "definition.decide", onlyIn: "direct", whenClosed: true } as const;
const approving = { capability: "publication.approve", onlyIn: "direct", whenClosed: true } as const;

const preview: Command = {
  ...organizing,
  id: "archive.cleanup-preview",
  words: [phrases.word()],
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose(), withoutButton: true },
  async handle(context) {
    return { reply: await cleanupPreview(context) };
  },
};

const request: Command = {
  ...organizing,
  id: REQUEST_CLEANUP,
  words: [phrases.requestWord()],
  effect: "write",
  async handle(context) {
    const said = phrases.requested((await requestCleanup(context)).join("、"));
    return { reply: textView(phrases.requestWord(), said, { tone: "done" }), toast: said };
  },
};

const deciding =
  (isAgreed: boolean, said: (number: number) => string): Command["handle"] =>
  async (context) => {
    const number = await decideCleanup(context, isAgreed);
    const sentence = said(number);
    return { reply: textView(phrases.cardTitle(number), sentence), toast: sentence, changed: true };
  };

const confirm: Command = {
  ...approving,
  id: CONFIRM_CLEANUP,
  words: [phrases.confirmWord()],
  effect: "write",
  handle: deciding(true, phrases.done),
};

const decline: Command = {
  ...approving,
  id: DECLINE_CLEANUP,
  words: [phrases.declineWord()],
  effect: "write",
  handle: deciding(false, phrases.declined),
};

const page: Command = {
  id: "archive.personal-data",
  words: [phrases.pageWord()],
  alsoCalled: ["个人信息"],
  capability: "definition.decide",
  or: "publication.approve",
  onlyIn: "direct",
  whenClosed: true,
  effect: "read",
  help: { example: phrases.pageWord(), purpose: phrases.pagePurpose(), withoutButton: true, ownOnly: true },
  async handle(context) {
    return { reply: personalDataPage(context) };
  },
};

/** 到期清理: personal data that the campaign needs no more. */
export const retentionFeature: Feature = {
  commands: [preview, request, confirm, decline, page],
  renderers: [cleanupCard],
  tables: [cleanupTable],
  enforces: ["retention"],
  extensions: [extend(rulingEffects("retention"), async () => [])],
};
