import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Command, Feature } from "../engine/feature.ts";
import { decideArchive, resumeArchive } from "./decide.ts";
import { filePaper } from "./papers.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { requestArchive } from "./request.ts";
import { KEEPS, readKeep } from "./rules.ts";
import { archiveTable } from "./store.ts";
import { CONFIRM, DECLINE, previewView, REQUEST, requestCard } from "./views.ts";

const organizing = { capability: "definition.decide", onlyIn: "direct", whenClosed: true } as const;
const approving = { capability: "publication.approve", onlyIn: "direct", whenClosed: true } as const;

const preview: Command = {
  ...organizing,
  id: "archive.preview",
  words: [phrases.word()],
  alsoCalled: ["卷宗", "整理卷宗", "档案"],
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  async handle(context) {
    return { reply: await previewView(context) };
  },
};

const request: Command = {
  ...organizing,
  id: REQUEST,
  words: [phrases.requestWord()],
  effect: "write",
  async handle(context, { words, subject }) {
    const keep = KEEPS.find((one) => one === subject) ?? readKeep(words);
    if (!keep) throw new RefusalError("archive.which-keep", phrases.whichKeep());
    const said = phrases.requested((await requestArchive(context, keep)).join("、"), keep);
    return { reply: textView(phrases.requestWord(), said, { tone: "done" }), toast: said };
  },
};

const confirm: Command = {
  ...approving,
  id: CONFIRM,
  words: [phrases.confirmWord()],
  effect: "write",
  async handle(context, { verbatim }) {
    const { number } = await decideArchive(context, "confirmed", verbatim);
    const said = phrases.confirmed(number);
    return { reply: textView(phrases.cardTitle(number), said, { tone: "done" }), toast: said, changed: true };
  },
};

const decline: Command = {
  ...approving,
  id: DECLINE,
  words: [phrases.declineWord()],
  effect: "write",
  async handle(context, { verbatim }) {
    const { number } = await decideArchive(context, "declined", verbatim);
    const said = phrases.declined(number);
    return { reply: textView(phrases.cardTitle(number), said), toast: said, changed: true };
  },
};

const resume: Command = {
  ...organizing,
  id: "archive.resume",
  words: [phrases.resumeWord()],
  effect: "write",
  async handle(context) {
    const said = phrases.resumed(await resumeArchive(context));
    return { reply: textView(phrases.word(), said, { tone: "done" }), toast: said };
  },
};

/** 归档: the box that an auditor opens years later. */
export const archiveFeature: Feature = {
  commands: [preview, request, confirm, decline, resume, filePaper],
  renderers: [requestCard],
  tables: [archiveTable],
};
