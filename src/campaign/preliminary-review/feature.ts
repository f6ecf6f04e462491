import type { Application } from "../application/application.ts";
import { ownApplication } from "../application/own-application.ts";
import { applicationById } from "../application/store.ts";
import type { Asked, CardFace, Command, Feature, PersonTurn } from "../engine/feature.ts";
import { unanswered } from "../scoring/points.ts";
import { givePoints, openReview } from "./give-points.ts";
import { lockReview } from "./lock.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pointsByRow } from "./rules.ts";
import { givenOnPage, pageAfter, pageBefore } from "./save-page.ts";
import { moveTo, openSheet, PLACE, placeOf, SAVE_PAGE } from "./sheet.ts";
import { reviewOf } from "./store.ts";
import { reviewTalk, SHEET_CARD, TALK } from "./talk.ts";
import { sheetView } from "./views.ts";

const sheetFace: CardFace = {
  kind: SHEET_CARD,
  async draw(turn, { subject }) {
    const application = await applicationById(turn.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const review = (await reviewOf(turn.tx, subject)) ?? {
      applicationId: subject,
      lockedAt: undefined,
      points: new Map(),
    };
    const owner = { campaignId: turn.campaign.id, kind: PLACE, district: application.district, subject };
    const [place] = await turn.drafts.unfinished(turn.tx, owner);
    return sheetView(turn, { application, review, at: place && placeOf(place) });
  },
};

/** The compound named, or the one being scored when none is. */
async function scoredApplication(turn: PersonTurn, asked: Asked): Promise<Application> {
  if (asked.by === "words" && asked.rest === "") {
    const open = await turn.dialogues.current(turn.tx, turn.person.staffId);
    const id = open?.kind === TALK ? (open.state as { applicationId: string }).applicationId : undefined;
    const application = id === undefined ? undefined : await applicationById(turn.tx, id);
    if (application) return application;
  }
  return ownApplication(turn, asked);
}

const score = { capability: "preliminaryReview.score", offered: false, example: "", purpose: "" } as const;
const stages = ["implementation", "verification"];

const commands: readonly Command[] = [
  {
    ...score,
    id: "preliminary-review.start",
    words: ["初评"],
    effect: "look",
    offered: true,
    example: "初评 小区名称",
    purpose: "对照评选标准逐条打分",
    stages,
    async run(turn, asked) {
      const application = await ownApplication(turn, asked);
      await openSheet(turn, await openReview(turn, application.id));
      const { tx, person, campaign } = turn;
      await turn.dialogues.open(tx, person.staffId, { kind: TALK, state: { applicationId: application.id } });
      const chat = { kind: "direct", person: person.staffId } as const;
      await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: SHEET_CARD, subject: application.id });
      return {};
    },
  },
  {
    ...score,
    id: SAVE_PAGE,
    words: [],
    effect: "change",
    async run(turn, asked) {
      if (asked.by !== "press") return {};
      const opened = await openReview(turn, asked.subject);
      const sheet = await openSheet(turn, opened);
      const { given, problems } = givenOnPage(turn, asked.form ?? {});
      const outcome = await givePoints(turn, asked.subject, given);
      const sentences = [...problems, ...outcome.problems];
      const review = (await reviewOf(turn.tx, asked.subject)) ?? opened.review;
      await moveTo(turn, sheet, sentences.length > 0 ? sheet.at : pageAfter(turn, { ...sheet, review }));
      return { changed: true, toast: sentences.length > 0 ? sentences.join("") : phrases.savedPage() };
    },
  },
  {
    ...score,
    id: "preliminary-review.back",
    words: [],
    effect: "change",
    async run(turn, asked) {
      const sheet = await openSheet(turn, await openReview(turn, asked.by === "press" ? asked.subject : ""));
      await moveTo(turn, sheet, pageBefore(turn, sheet));
      return { changed: true };
    },
  },
  {
    ...score,
    id: "preliminary-review.next",
    words: [],
    effect: "change",
    async run(turn, asked) {
      const sheet = await openSheet(turn, await openReview(turn, asked.by === "press" ? asked.subject : ""));
      await moveTo(turn, sheet, pageAfter(turn, sheet));
      return { changed: true };
    },
  },
  {
    ...score,
    id: "preliminary-review.unanswered",
    words: ["未答"],
    effect: "look",
    offered: true,
    example: "未答 小区名称",
    purpose: "列出还没有评分的条目",
    stages,
    async run(turn, asked) {
      const application = await scoredApplication(turn, asked);
      const { review } = await openReview(turn, application.id);
      const open = unanswered(turn.campaign.definition.rubric, pointsByRow(review));
      await turn.reply({
        title: phrases.unansweredTitle(application.compoundName),
        tone: "running",
        body: [{ kind: "text", text: phrases.unanswered(open) }],
        actions: [],
      });
      return { toast: phrases.unanswered(open) };
    },
  },
  {
    ...score,
    id: "preliminary-review.lock",
    words: ["锁定"],
    effect: "change",
    offered: true,
    example: "锁定 小区名称",
    purpose: "锁定初评分数，锁定后不能修改",
    stages,
    async run(turn, asked) {
      const { application, total } = await lockReview(turn, (await scoredApplication(turn, asked)).id);
      if (asked.by === "words") {
        const subject = { campaignId: turn.campaign.id, kind: SHEET_CARD, subject: application.id };
        await turn.cards.touch(turn.tx, subject, { now: turn.now });
        await turn.reply(phrases.lockedReply(application.compoundName, total));
      }
      return { changed: true, toast: phrases.locked() };
    },
  },
];

/** 初评 */
export const preliminaryReviewFeature: Feature = { commands, faces: [sheetFace], talks: [reviewTalk] };
