import { z } from "zod";
import { textView } from "../../../platform/chat/view.ts";
import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import { dayOf, isCivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName, districtsOn } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, redrawOn } from "../../engine/feature.ts";
import { reportChanged, reportHandedIn, reportTakenBack } from "../events.ts";
import { hasReport } from "../rules.ts";
import { reportsInForce } from "../store.ts";
import { returnPhrases as phrases } from "./phrases.ts";
import { type Returning, returnReport } from "./return-report.ts";

export const RETURN = "work-report.return";
/** Form of a return. Subject: `<district>/<version>`. */
export const RETURN_CARD = "work-report.return-form";

const filled = z.object({
  dueOn: z
    .string()
    .transform((text) => text.slice(0, 10))
    .refine(isCivilDate)
    .or(z.undefined())
    .catch(undefined),
  remarks: z.string().catch(""),
});

/** 退回工作报告 柯桥区 10月25日 意见, or the form that asks for it. */
const returning: Command = {
  id: RETURN,
  words: [phrases.word(), "工作报告退回"],
  capability: "application.return",
  effect: "write",
  takesText: true,
  offeredWhen: hasReport,
  onlyIn: "direct",
  help: { example: phrases.example, purpose: phrases.purpose, step: "report" },
  async handle(context, { subject, verbatim, values }) {
    if (subject === undefined) {
      const asked = inWords(context, verbatim);
      const isBare = asked.dueOn === undefined && asked.remarks === "";
      return isBare && context.cards.interactive ? showForm(context, asked.district) : returned(context, asked);
    }
    const [district = "", version] = subject.split("/");
    if (Object.keys(values).length > 0) {
      const { dueOn, remarks } = filled.parse(values);
      return returned(context, { district, version: Number(version), dueOn, remarks });
    }
    await context.cards.show(context.chat, { kind: RETURN_CARD, subject });
    return {};
  },
};

/** The form for the version in force. @throws {RefusalError} if the district has no report */
async function showForm(context: PersonContext, district: string): Promise<CommandOutcome> {
  const { tx, campaign } = context;
  const report = (await reportsInForce(tx, campaign.id)).get(district);
  const name = districtName(campaign.definition, district);
  if (!report) throw new RefusalError("work-report.nothing-to-return", phrases.none(name));
  await context.cards.show(context.chat, { kind: RETURN_CARD, subject: `${district}/${report.version}` });
  return {};
}

/** The first date is the day; what stands around it is the remarks. @throws {RefusalError} if no district is named */
function inWords(context: PersonContext, typed: string): Returning {
  const { campaign, now } = context;
  const text = typed.trim();
  const district = districtsOn(campaign.definition, dayOf(now)).find(({ name }) => text.startsWith(name));
  if (!district) throw new RefusalError("work-report.which-return", phrases.which(campaign.definition));
  const rest = text.slice(district.name.length).trim();
  const found = findDate(halfWidth(rest), { today: dayOf(now), year: campaign.definition.campaign.year.value });
  const after = found && rest.slice(rest.length - found.after.length).replace(/^\s*(?:日?前|以前|之前)/u, "");
  const remarks = found ? `${rest.slice(0, found.before.length)} ${after}` : rest;
  const bare = remarks.trim().replace(/^[\s:：,，;；、。]*(?:修改)?(?:意见)?[\s:：,，;；、。]*/u, "");
  return { district: district.id, dueOn: found?.date, remarks: bare };
}

/** Digits as they are read, each sign in its place: what stands around a date is kept as it was written. */
const halfWidth = (text: string): string => text.replaceAll(/[０-９．－／]/gu, (sign) => sign.normalize("NFKC"));

async function returned(context: PersonContext, asked: Returning): Promise<CommandOutcome> {
  const { version, dueOn } = await returnReport(context, asked);
  const { definition } = context.campaign;
  const name = districtName(definition, asked.district);
  const words = phrases.done(name, version, dayWordsIn(definition, dueOn));
  return { reply: textView(phrases.doneTitle(name), words, { tone: "done" }), toast: words, changed: true };
}

const renderer: CardRenderer = {
  kind: RETURN_CARD,
  redrawOn: [
    redrawOn(reportHandedIn, ({ district, version }) => `${district}/${version - 1}`),
    redrawOn(reportTakenBack, ({ district, version }) => `${district}/${version}`),
    redrawOn(reportChanged, ({ district, version }) => `${district}/${version}`),
  ],
  async render(context, { subject }) {
    const [district = "", version] = subject.split("/");
    const { tx, campaign } = context;
    const title = phrases.title(districtName(campaign.definition, district));
    const report = (await reportsInForce(tx, campaign.id)).get(district);
    if (report?.version !== Number(version)) return textView(title, phrases.over(Number(version)), { tone: "closed" });
    const { returned: known } = report;
    if (known) {
      const until = dayWordsIn(campaign.definition, known.dueOn);
      return textView(title, phrases.done(districtName(campaign.definition, district), report.version, until), {
        tone: "done",
      });
    }
    return {
      ...textView(title, phrases.ask(report.version), { tone: "near" }),
      ...(campaign.closedAt
        ? {}
        : {
            form: {
              ...{ id: "report-return", action: RETURN, subject, submitLabel: phrases.submit() },
              fields: [
                { name: "dueOn", label: phrases.fields.dueOn, kind: "date", required: true },
                {
                  ...{ name: "remarks", label: phrases.fields.remarks, kind: "textArea", required: true },
                  placeholder: phrases.remarksHolder(),
                },
              ],
            },
          }),
    };
  },
};

export const returnCommands: readonly Command[] = [returning];
export const returnRenderers: readonly CardRenderer[] = [renderer];
