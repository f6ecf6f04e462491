import { Refusal } from "../../shared/refusal.ts";
import type { Asked, CardFace, Command, Feature, PersonTurn, Turn } from "../engine/feature.ts";
import { editApplication } from "./edit.ts";
import { type Filling, FORM_CARD, fillingOf, openFilling, saveFilling, TALK, takeUpForm } from "./filling.ts";
import { finishForm } from "./finish-form.ts";
import { ownApplication } from "./own-application.ts";
import { pageBefore, SAVE_PAGE, savePage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationById } from "./store.ts";
import { applicationTalk, leaveForm } from "./talk.ts";
import { applicationView, fillingView } from "./views.ts";
import { withdrawApplication } from "./withdraw.ts";

/** The card of a form: while it is filled in, and what became of it. */
const formFace: CardFace = {
  kind: FORM_CARD,
  async draw(turn, { subject }) {
    const draft = await turn.drafts.read(turn.tx, subject);
    if (!draft) throw new Error(`card of an unknown draft ${subject}`);
    const application = draft.state === "done" ? await applicationById(turn.tx, draft.subject ?? "") : undefined;
    return application ? applicationView(turn, application) : fillingView(turn, fillingOf(turn, draft));
  },
};

/** Waits for the person's answers and shows the form. */
async function show(turn: PersonTurn, { draft }: Filling): Promise<void> {
  const { tx, person, campaign } = turn;
  await turn.dialogues.open(tx, person.staffId, { kind: TALK, state: { draftId: draft.id } });
  const chat = { kind: "direct", person: person.staffId } as const;
  await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: FORM_CARD, subject: draft.id });
}

type OnWithdrawn = (turn: Turn) => Promise<void>;

const draftIn = (asked: Asked): string => (asked.by === "press" ? asked.subject : "");

const fill = { capability: "application.fill", offered: false } as const;

const commands = (onWithdrawn: OnWithdrawn): readonly Command[] => [
  {
    ...fill,
    id: "application.start",
    words: ["申报", "继续填写", "填写申报表"],
    effect: "look",
    offered: true,
    example: "申报",
    purpose: "填写小区申报表，可分次填写",
    stages: ["implementation", "verification", "conclusion"],
    async run(turn, asked) {
      await show(turn, await takeUpForm(turn, asked.by === "words" ? asked.rest : ""));
      return {};
    },
  },
  {
    ...fill,
    id: SAVE_PAGE,
    words: [],
    effect: "change",
    example: "",
    purpose: "",
    async run(turn, asked) {
      const filling = await openFilling(turn, draftIn(asked));
      const values = asked.by === "press" ? (asked.form ?? {}) : {};
      const { state, problems } = savePage(turn, filling, values);
      await saveFilling(turn, filling, state);
      const sentences = problems.map(({ label, sentence }) => `${label}：${sentence}`);
      return { changed: true, toast: problems.length > 0 ? phrases.problems(sentences) : phrases.saved() };
    },
  },
  {
    ...fill,
    id: "application.back",
    words: [],
    effect: "change",
    example: "",
    purpose: "",
    async run(turn, asked) {
      const filling = await openFilling(turn, draftIn(asked));
      await saveFilling(turn, filling, pageBefore(turn, filling));
      return { changed: true };
    },
  },
  {
    ...fill,
    id: "application.leave",
    words: [],
    effect: "change",
    example: "",
    purpose: "",
    async run(turn, asked) {
      await leaveForm(turn, await openFilling(turn, draftIn(asked)));
      return { changed: true };
    },
  },
  {
    ...fill,
    id: "application.resume",
    words: [],
    effect: "change",
    example: "",
    purpose: "",
    async run(turn, asked) {
      const filling = await openFilling(turn, draftIn(asked));
      await saveFilling(turn, filling, filling.state);
      const state = { draftId: filling.draft.id };
      await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: TALK, state });
      return { changed: true };
    },
  },
  {
    ...fill,
    id: "application.submit",
    words: [],
    effect: "change",
    example: "",
    purpose: "",
    async run(turn, asked) {
      const { hints } = await finishForm(turn, await openFilling(turn, draftIn(asked)));
      return { changed: true, toast: [phrases.submitted(), ...hints].join("。") };
    },
  },
  {
    ...fill,
    id: "application.edit",
    words: ["修改申报"],
    effect: "look",
    example: "修改申报 小区名称",
    purpose: "修改已提交的申报表",
    async run(turn, asked) {
      const application = await ownApplication(turn, asked);
      if (application.state === "withdrawn") throw new Refusal("application.withdrawn", phrases.withdrawnAlready());
      await show(turn, await editApplication(turn, application));
      return {};
    },
  },
  {
    ...fill,
    id: "application.withdraw",
    words: ["撤回"],
    effect: "change",
    offered: true,
    example: "撤回 小区名称",
    purpose: "撤回已提交的申报",
    stages: ["implementation", "verification"],
    async run(turn, asked) {
      const application = await withdrawApplication(turn, (await ownApplication(turn, asked)).id);
      await onWithdrawn(turn);
      if (asked.by === "words") await turn.reply(phrases.withdrawnReply(application.compoundName));
      return { changed: true, toast: phrases.withdrawn() };
    },
  },
];

/** 申报. @param onWithdrawn what later stages do when an application no longer takes part */
export const applicationFeature = (onWithdrawn: OnWithdrawn): Feature => ({
  commands: commands(onWithdrawn),
  faces: [formFace],
  talks: [applicationTalk],
});
