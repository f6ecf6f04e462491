import { orderNow } from "../../platform/chat/inbox/message-order.ts";
import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { caseLine } from "../application/extension-points.ts";
import { isReported } from "../application/opinions/visible.ts";
import { ownApplication } from "../application/own-application.ts";
import { namedCases, seeCase } from "../application/see-case.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { maySeeAttachment } from "../attachment/rules.ts";
import { withdrawAttachment } from "../attachment/withdraw.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Command, type CommandOutcome, type CommandRequest, extend, type Feature, on } from "../engine/feature.ts";
import { besideRowsChanged } from "../scoring/events.ts";
import { rowProof } from "../scoring/extension-points.ts";
import { criterionById } from "../scoring/rubric.ts";
import { liveCases, namedCase, usualCase } from "./cases.ts";
import { coverageLines, rowProofs } from "./coverage.ts";
import { answerRow } from "./intake/answer-row.ts";
import type { Burst } from "./intake/burst.ts";
import { own } from "./intake/feature.ts";
import { changeBurst, ownBurst, shown } from "./intake/own-burst.ts";
import { placeBurst } from "./intake/place-burst.ts";
import { saidOf } from "./intake/receive.ts";
import { burstsOf, filesOf } from "./intake/store.ts";
import { filedOf, MARK_PERSONAL, MOVE, UNMARK_PERSONAL, WITHDRAW } from "./intake/views.ts";
import { markPersonal } from "./mark-personal.ts";
import { moveAttachment } from "./move.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { ROWS, rowOfPlace, rowPlace } from "./place.ts";
import { readRowWords } from "./row-words.ts";
import { evidenceRows, exampleRow, takesEvidence } from "./rules.ts";
import { type Target, targetOf } from "./target.ts";

/** 改放 and 撤回材料 said again while it is asked where the files go are of the same files. */
const SETTLED = ["filed", "moving"] as const satisfies readonly Burst["state"][];

const oneOf = ({ application, row, position }: Target): string => phrases.one(application.compoundName, row, position);

const said = (words: string): CommandOutcome => ({
  reply: textView(phrases.name(), words, { tone: "done" }),
  toast: words,
});

/** @throws {RefusalError} unless the person may change evidence of the case */
async function requireOwn(context: PersonContext, { application }: Target): Promise<void> {
  const live = await liveCases(context);
  if (!live.some(({ id }) => id === application.id)) throw new RefusalError("evidence.not-live", phrases.notLive());
}

/** 证明材料 翠苑三区: what has proof and what not. While files wait, the case that they are for. */
const see: Command = {
  ...own,
  id: "evidence.see",
  ofCase: true,
  words: [phrases.name()],
  effect: "read",
  help: {
    example: (definition) => phrases.example(nounsOf(definition).case),
    purpose: phrases.purpose(),
    step: "application",
  },
  async handle(context, request) {
    const { tx, campaign, person } = context;
    const live = await liveCases(context);
    const name = request.words.trim();
    const named = name === "" ? undefined : namedCase(context, live, name);
    const [asking] = await burstsOf(tx, { campaignId: campaign.id, person: person.staffId }, ["asking"]);
    if (named && asking && asking.caseId === null) {
      return shown(context, await placeBurst(context, asking, { caseId: named.id }), { subject: undefined });
    }
    // 证明材料 翠苑三区 1-2: where the files to come go.
    const read = readRowWords(
      name,
      evidenceRows(campaign.definition.rubric).map(({ id }) => id),
    );
    const ofRow = read.kind === "row" ? namedCase(context, live, read.words.caseName) : undefined;
    if (read.kind === "row" && ofRow) {
      const received = { at: new Date(), order: await orderNow(tx, context.now) };
      const said = await saidOf(context, { row: read.words.row, label: read.words.label, caseId: ofRow.id });
      await answerRow(context, said, received);
      return {};
    }
    const usual = name === "" && request.subject === undefined ? await usualCase(context, live) : undefined;
    const application = usual ?? (await ownApplication(context, request));
    const lines = await coverageLines(context, application.id);
    const text = [...lines, phrases.howTo(exampleRow(campaign.definition))].join("\n\n");
    const actions = namedCases([application]).map(seeCase);
    return { reply: textView(phrases.coverageTitle(application.compoundName), text, { actions }) };
  },
};

const TO = /^(?<what>.*\d)\s*(?:到|至|→)\s*(?<to>\d{1,2}-\d{1,2})$/su;
const FROM = /^从\s*(?<from>\d{1,2}-\d{1,2})$/su;
const ROW = /^\d{1,2}-\d{1,2}$/;

/** 改放. Of the last files to another row, asked or said: 改放 3-6; of one file: 改放 翠苑三区 3-5 2 到 3-6. */
const move: Command = {
  ...own,
  id: MOVE,
  words: [phrases.move()],
  joined: true,
  async handle(context, { words, subject }) {
    const typed = words.normalize("NFKC").trim();
    const one = TO.exec(typed)?.groups;
    if (one) return moveOne(context, await targetOf(context, one.what ?? ""), one.to ?? "");
    const burst = await ownBurst(context, subject, { states: SETTLED, what: phrases.move() });
    if (subject === undefined) await requireSameCase(context, burst, typed);
    const [, pressed] = (subject ?? "").split("/");
    const from = pressed ?? FROM.exec(typed)?.groups?.from ?? null;
    await changeBurst(context, burst, { state: "moving", movingRow: from, page: 0 });
    if (!ROW.test(typed)) return shown(context, burst, { subject });
    requireRow(context, typed);
    return shown(context, await placeBurst(context, burst, { row: typed }), { subject });
  },
};

/**
 * 改放 翠苑三区 1-2: of the last files only if they are of that case.
 * @throws {RefusalError} for other words than a row
 */
async function requireSameCase(context: PersonContext, { caseId }: Burst, typed: string): Promise<void> {
  if (typed === "" || ROW.test(typed) || FROM.test(typed)) return;
  const rows = evidenceRows(context.campaign.definition.rubric).map(({ id }) => id);
  const read = readRowWords(typed, rows);
  const live = await liveCases(context);
  const of = live.find(({ id }) => id === caseId);
  const named = read.kind === "row" ? namedCase(context, live, read.words.caseName) : undefined;
  if (read.kind === "row" && of && named && named.id !== of.id)
    throw new RefusalError(
      "evidence.other-case",
      phrases.otherCase(of.compoundName, named.compoundName, read.words.row),
    );
  const example = read.kind === "row" ? read.words.row : exampleRow(context.campaign.definition);
  throw new RefusalError("evidence.which-row", phrases.moveUnread(typed, example));
}

async function moveOne(context: PersonContext, target: Target, to: string): Promise<CommandOutcome> {
  await requireOwn(context, target);
  requireRow(context, to);
  await moveAttachment(context, target.attachment, rowPlace(to));
  return said(phrases.oneMoved(oneOf(target), to));
}

function requireRow({ campaign }: PersonContext, row: string): void {
  if (!criterionById(campaign.definition.rubric, row)?.seenBy.length) {
    throw new RefusalError("evidence.unknown-row", phrases.noSuchRow(row));
  }
}

/** Of the last files, or of one. */
const withdraw: Command = {
  ...own,
  id: WITHDRAW,
  words: [phrases.withdraw()],
  async handle(context, { words, subject }) {
    if (words !== "") {
      const target = await targetOf(context, words);
      await requireOwn(context, target);
      await withdrawAttachment(context, { id: target.attachment.id });
      return said(phrases.oneWithdrawn(oneOf(target)));
    }
    const burst = await ownBurst(context, subject, { states: SETTLED, what: phrases.withdraw() });
    const live = (await liveCases(context)).map(({ id }) => id);
    const filed = (await filedOf(context, await filesOf(context.tx, burst))).filter(({ state }) => state === "filed");
    if (filed.some(({ caseId }) => !live.includes(caseId ?? ""))) {
      throw new RefusalError("evidence.not-live", phrases.notLive());
    }
    for (const { id } of filed) await withdrawAttachment(context, { id });
    await changeBurst(context, burst, { state: "withdrawn", movingRow: null });
    return shown(context, burst, { subject, toast: phrases.withdrawn(filed.length) });
  },
};

/** The next file takes the place of one: 替换材料 翠苑三区 3-5 2. */
const replace: Command = {
  ...own,
  id: "evidence.replace",
  words: [phrases.replace()],
  async handle(context, { words }) {
    const target = await targetOf(context, words);
    await requireOwn(context, target);
    const { application, attachment } = target;
    await context.tx.evidenceRowSaid.create({
      data: {
        ...{ campaignId: context.campaign.id, person: context.person.staffId, row: rowOfPlace(attachment) },
        ...{
          caseId: application.id,
          replaces: attachment.id,
          message: await orderNow(context.tx, context.now),
          saidAt: new Date(),
        },
      },
    });
    return said(phrases.sendReplacement(oneOf(target)));
  },
};

const marking = {
  capability: "application.see",
  effect: "write",
  onlyIn: "direct",
  offeredWhen: takesEvidence,
} as const satisfies Partial<Command>;

/** 含个人信息, of the last files or of one; by anyone who sees it. */
const mark: Command = {
  ...marking,
  id: MARK_PERSONAL,
  words: [phrases.personal()],
  handle: (context, request) => setMark(context, request, true),
};

const unmark: Command = {
  ...marking,
  id: UNMARK_PERSONAL,
  words: [phrases.notPersonal()],
  handle: (context, request) => setMark(context, request, false),
};

async function setMark(
  context: PersonContext,
  { words, subject }: CommandRequest,
  personal: boolean,
): Promise<CommandOutcome> {
  if (words !== "") {
    const target = await targetOf(context, words);
    await requireSight(context, target);
    await markPersonal(context, target.attachment, personal);
    return said(phrases.oneMarked(oneOf(target), personal));
  }
  const burst = await ownBurst(context, subject, { states: SETTLED, what: phrases.personal() });
  const filed = await filedOf(context, await filesOf(context.tx, burst));
  for (const one of filed.filter(({ state }) => state === "filed")) await markPersonal(context, one, personal);
  return shown(context, burst, { subject });
}

async function requireSight(context: PersonContext, { application, attachment }: Target): Promise<void> {
  const reported = await isReported(context, application.id);
  const { district } = attachment;
  if (!maySeeAttachment(context.campaign.definition, context.person, { district, reported, caseId: application.id })) {
    throw new RefusalError("evidence.may-not-see", phrases.none(phrases.personal()));
  }
}

/** 证明材料: files under the rows that they prove. */
export const evidenceFeature: Feature = {
  commands: [see, move, withdraw, replace, mark, unmark],
  listeners: [
    on(attachmentsChanged, async (context, { caseId, place }) => {
      if (caseId !== undefined && place.startsWith(ROWS)) context.emit(besideRowsChanged, { caseId });
    }),
  ],
  extensions: [
    extend(rowProof, (context, { caseId }) => rowProofs(context, caseId)),
    extend(caseLine, async (context, { application }) =>
      own.offeredWhen(context.campaign.definition) ? (await coverageLines(context, application.id))[0] : undefined,
    ),
  ],
};
