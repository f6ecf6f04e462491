import { z } from "zod";
import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, redrawOn } from "../../engine/feature.ts";
import { subjectOf } from "../../extension/extension.ts";
import { agreeByPhone } from "../../reminder/agree-commands.ts";
import { agreedChanged, remindersRun } from "../../reminder/events.ts";
import { onTasks } from "../../tasks/feature.ts";
import { readState } from "../../tasks/read-state.ts";
import { readSeen } from "./nudge.ts";
import { type Outstanding, outstandingIn } from "./outstanding.ts";
import { agreeCardPhrases as phrases } from "./phrases.ts";

/** One card per organizer. */
const CARD = { kind: "nudge.agreed", subject: "agreed" };

/** Opens the card on which a district's promise is noted. */
export const agreeAction = (): Action => ({
  ...{ id: "nudge.agree-form", label: phrases.word(), typed: phrases.word() },
  look: "default",
});

/** What can be promised: what a district owes as a whole, and is not reported yet. */
const promisable = ({ deliverable }: Outstanding): boolean => deliverable !== undefined;

async function agreeView(context: Context): Promise<View> {
  const { definition } = context.campaign;
  const lines = outstandingIn(await readState(context), await readSeen(context)).filter(promisable);
  const place = ({ district }: Outstanding): string => districtName(definition, district);
  const said = lines.flatMap((one) =>
    one.agreedUntil === undefined ? [] : [phrases.line(place(one), one.name, dayWordsIn(definition, one.agreedUntil))],
  );
  const [first] = lines;
  if (!first) return textView(phrases.title(), phrases.nothing(), { tone: "done" });
  const shown = {
    ...textView(phrases.title(), phrases.lead(), { footnote: phrases.typed(place(first), first.name) }),
    body: [
      { kind: "text" as const, text: phrases.lead() },
      ...(said.length > 0 ? [{ kind: "list" as const, items: said }] : []),
    ],
  };
  if (!context.cards.interactive) return shown;
  return {
    ...shown,
    form: {
      ...{ id: "agreed", action: "nudge.agree", submitLabel: phrases.submit() },
      fields: [
        {
          ...{ name: "about", label: phrases.aboutField(), kind: "select" as const, required: true },
          options: lines.map((one) => ({ value: subjectOf(named(one)), text: phrases.option(place(one), one.name) })),
        },
        { name: "until", label: phrases.untilField(), kind: "date", required: true },
      ],
    },
  };
}

const named = ({ deliverable = "", district }: Outstanding) => ({ deliverable, district });

export const agreeRenderer: CardRenderer = {
  kind: CARD.kind,
  redrawOn: [...onTasks, redrawOn(agreedChanged), redrawOn(remindersRun)],
  render: agreeView,
};

export const openAgreeForm: Command = {
  id: "nudge.agree-form",
  words: [phrases.word()],
  capability: "reminder.send",
  effect: "read",
  onlyIn: "direct",
  async handle({ cards, chat }) {
    await cards.show(chat, CARD);
    return {};
  },
};

const values = z.object({ about: z.string().catch(""), until: z.string().optional() });

/** Of the card; in words it is 已电话联系. */
export const agreeOnCard: Command = {
  id: "nudge.agree",
  capability: "reminder.send",
  effect: "write",
  onlyIn: "direct",
  handle(context, request) {
    const { about, until } = values.parse(request.values);
    return agreeByPhone.handle(context, { ...request, subject: about, values: { until } });
  },
};
