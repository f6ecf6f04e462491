import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { hasApplications } from "../application/offered.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, Feature } from "../engine/feature.ts";
import { entriesOn } from "./entries.ts";
import { lookBackView, momentOf } from "./look-back.ts";
import { journalLook, namedCase } from "./may.ts";
import { historyPhrases } from "./phrases.ts";
import { readFace, readMoment } from "./rules.ts";
import { trailLines, trailView } from "./trail.ts";
import { trailWorkbook } from "./trail-workbook.ts";

const { lookBack: back, trail } = historyPhrases;

const history = {
  capability: "history.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasApplications,
} as const satisfies Partial<Command>;

const HELP = { step: "publication", notAtSites: true } as const;

/** 历史查询: the case as it was at a moment. */
const lookBack: Command = {
  ...history,
  id: "case-history.look-back",
  words: [back.word(), "历史查询", "历史状态"],
  help: {
    ...HELP,
    example: (definition) => back.example(nounsOf(definition), definition.campaign.year.value),
    purpose: (definition) => back.purpose(nounsOf(definition)),
  },
  async handle(context, { words }) {
    const { definition } = context.campaign;
    const asked = readMoment(words, { today: dayOf(context.now), year: definition.campaign.year.value });
    const { name, face } = readFace(asked?.rest ?? "", historyPhrases.faces);
    if (!asked || name === "") throw new RefusalError("case-history.how", back.how(nounsOf(definition)));
    // The minute that is not over yet is asked for as well as it is known.
    const at =
      !asked.isDay && asked.at.getTime() - context.now.getTime() < 60_000 ? earlier(asked.at, context) : asked.at;
    if (at > context.now && !(asked.isDay && dayOf(at) === dayOf(context.now))) {
      throw new RefusalError("case-history.future", back.future(momentWords(asked.at), momentWords(context.now)));
    }
    const seen = await namedCase(context, name);
    await journalLook(context, seen, { act: "case-history.seen", at: momentOf(at) });
    await context.reply(await lookBackView(context, seen, { at: earlier(at, context), face }));
    return {};
  },
};

const earlier = (at: Date, { now }: PersonContext): Date => (at < now ? at : now);

const PAGE = /\s*第?\s*(?<page>\d{1,4})\s*页$/u;

/** 留痕: what the journal has of one case. */
const seeTrail: Command = {
  ...history,
  id: "case-history.trail",
  words: [trail.word(), "操作留痕"],
  help: {
    ...HELP,
    example: (definition) => trail.example(nounsOf(definition)),
    purpose: (definition) => trail.purpose(nounsOf(definition)),
  },
  async handle(context, { words }) {
    const said = words.trim();
    const page = Number(PAGE.exec(said)?.groups?.page ?? 1);
    const seen = await namedCase(context, said.replace(PAGE, ""));
    const lines = await trailLines(context, await entriesOn(context, seen.application.id));
    await journalLook(context, seen, { act: "case-history.trail-seen", at: momentOf(context.now) });
    await context.reply(trailView(seen.application.compoundName, lines, page));
    return {};
  },
};

/** 导出留痕: the same as a workbook, whose making is recorded. */
const exportTrail: Command = {
  ...history,
  id: "case-history.export",
  words: [trail.export(), "导出操作留痕"],
  help: {
    ...HELP,
    example: (definition) => trail.exportTyped(nounsOf(definition).caseName),
    purpose: (definition) => trail.exportPurpose(nounsOf(definition)),
  },
  async handle(context, { words }) {
    const { application } = await namedCase(context, words.trim());
    const lines = await trailLines(context, await entriesOn(context, application.id));
    const { name, bytes } = await trailWorkbook(context, application.compoundName, lines);
    const hash = await context.files.put(bytes);
    await context.withJournal({ action: "export.made", reason: `${name} ${hash}`, whenClosed: true }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
    return {};
  },
};

export const caseHistoryFeature: Feature = {
  commands: [lookBack, seeTrail, exportTrail],
};
