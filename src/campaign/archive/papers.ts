import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { attach } from "../attachment/attach.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import type { Command } from "../engine/feature.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { BASIS, NOTICE } from "./places.ts";

const kindIn = (words: string): "notice" | "basis" | undefined => {
  if (/通知/u.test(words)) return "notice";
  return /依据/u.test(words) ? "basis" : undefined;
};

/** 归入卷宗 上级通知: the file that was sent last goes into the archive as what the campaign rests on. */
export const filePaper: Command = {
  id: "archive.file-paper",
  words: [phrases.paperWord()],
  capability: "definition.decide",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { words }) {
    const kind = kindIn(words);
    if (!kind) throw new RefusalError("archive.which-paper", phrases.whichPaper());
    const file = await takeOffered(context, "");
    const place = kind === "notice" ? NOTICE : BASIS;
    const { again } = await attach(context, { place, file, accepts: ["pdf", "docx", "picture"] });
    const said = phrases.paperFiled(kind, again);
    return { reply: textView(phrases.paperTitle(), said, { tone: "done" }), toast: said };
  },
};
