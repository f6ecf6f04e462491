import { RefusalError } from "../../../shared/refusal-error.ts";
import { authorityIn } from "../../authority/form.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, CommandOutcome, CommandRequest, Feature } from "../../engine/feature.ts";
import { ADD, FORM, LEAVE, STAND_IN } from "./actions.ts";
import { addPerson } from "./add.ts";
import { followTeam } from "./follow-team.ts";
import { FORMS, type FormName, formRenderer, periodWordsIn, personIn } from "./forms.ts";
import { endLeave, handOverWork, registerLeave } from "./leave.ts";
import { rosterPhrases as phrases } from "./phrases.ts";
import { removePerson } from "./remove.ts";
import { rosterView } from "./see.ts";
import { registerStandIn } from "./stand-in.ts";
import { rosterBegins, rosterEnds } from "./turns.ts";
import { readPerson } from "./words.ts";
import { rosterOffer, rosterPlace, workbookCommands } from "./workbook/commands.ts";
import { proposalRenderer } from "./workbook/views.ts";

/** An administrator may use these too: which roles whoever acts may change is decided role by role. */
const common = { capability: "roster.edit", or: "role.assign", effect: "write", onlyIn: "direct" } as const;

const namesIn = ({ people }: PersonContext): string[] => people.map(({ name }) => name);

const done = (lines: readonly string[]): CommandOutcome => ({
  reply: phrases.reply(lines),
  toast: lines.join(""),
  changed: true,
});

/** Without words and form the form is shown. */
async function showForm({ cards, chat }: PersonContext, which: FormName): Promise<CommandOutcome> {
  await cards.show(chat, { kind: FORM, subject: which });
  return {};
}

const see: Command = {
  ...common,
  id: "roster.see",
  words: [phrases.seeLabel(), "名册", "人员管理"],
  effect: "read",
  help: { example: phrases.seeLabel(), purpose: phrases.seePurpose() },
  handle: async (context) => ({ reply: await rosterView(context) }),
};

const openForm: Command = {
  ...common,
  id: FORM,
  effect: "read",
  handle: (context, { subject }) => showForm(context, FORMS.find((one) => one === subject) ?? "add"),
};

const add: Command = {
  ...common,
  id: ADD,
  words: [phrases.addLabel(), "添加人员", "增加人员"],
  takesText: true,
  help: { example: phrases.addLabel(), purpose: phrases.addPurpose() },
  async handle(context, { verbatim, values }) {
    const { definition } = context.campaign;
    const filled = personIn(definition, values);
    if (!filled && verbatim === "" && context.cards.interactive) return showForm(context, "add");
    return done(await addPerson(context, filled ?? readPerson(definition, verbatim, namesIn(context))));
  },
};

const deputy: Command = {
  ...common,
  id: "roster.deputy",
  words: [phrases.deputyLabel(), "增加副联系人"],
  async handle(context, { verbatim }) {
    const read = readPerson(context.campaign.definition, verbatim, namesIn(context));
    return done(await addPerson(context, { ...read, role: "organizer", districts: [] }));
  },
};

const remove: Command = {
  ...common,
  id: "roster.remove",
  words: [phrases.removeLabel(), "删除人员"],
  handle: async (context, { verbatim }) => done(await removePerson(context, verbatim)),
};

const leave: Command = {
  ...common,
  id: LEAVE,
  words: [phrases.leaveLabel(), "登记休假", "请假"],
  takesText: true,
  help: { example: phrases.leaveLabel(), purpose: phrases.leavePurpose() },
  async handle(context, { verbatim, values }) {
    const filled = periodWordsIn(values);
    if (!filled && verbatim === "" && context.cards.interactive) return showForm(context, "leave");
    return done(await registerLeave(context, filled?.typed ?? verbatim));
  },
};

const back: Command = {
  ...common,
  id: "roster.back",
  words: [phrases.backLabel(), "销假"],
  handle: async (context, { verbatim }) => done(await endLeave(context, verbatim)),
};

const standIn: Command = {
  ...common,
  id: STAND_IN,
  words: [phrases.standInLabel(), "登记代理"],
  takesText: true,
  async handle(context, { verbatim, values }) {
    const filled = periodWordsIn(values);
    if (!filled && verbatim === "" && context.cards.interactive) return showForm(context, "standIn");
    return done(await registerStandIn(context, filled ? formRequest(context, filled, values) : { typed: verbatim }));
  },
};

function formRequest(
  { now }: PersonContext,
  { typed, by }: { typed: string; by: string | undefined },
  values: CommandRequest["values"],
) {
  const read = authorityIn(values, now);
  if (!read.ok) throw new RefusalError("roster.authority", read.retry);
  return { typed, ...(by ? { by } : {}), ...(read.authority ? { authority: read.authority } : {}) };
}

const pass: Command = {
  ...common,
  id: "roster.hand-over",
  words: [phrases.handOverLabel(), "工作移交"],
  help: { example: phrases.handOverLabel(), purpose: phrases.handOverPurpose() },
  handle: async (context, { verbatim }) => done(await handOverWork(context, verbatim)),
};

/** 人员: roles, leave, stand-ins, and what becomes of open work. */
export const rosterFeature: Feature = {
  commands: [see, openForm, add, deputy, remove, leave, back, standIn, pass, ...workbookCommands],
  renderers: [formRenderer, proposalRenderer],
  extensions: [rosterPlace, rosterOffer],
  listeners: [followTeam],
  dueKinds: [rosterEnds, rosterBegins],
};
