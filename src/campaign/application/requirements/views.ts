import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { viewPhrases } from "../../../platform/conversation/view-phrases.ts";
import { annexFor, rulingDeciding } from "../../definition/purposes.ts";
import { sourceWords } from "../../definition/source-words.ts";
import type { Context } from "../../engine/context.ts";
import { onBehalfPhrases } from "../../engine/on-behalf-phrases.ts";
import type { Application } from "../application.ts";
import { namedCases, seeCase } from "../see-case.ts";
import { pendingTopic } from "../words.ts";
import { echoAsItStands } from "./echo.ts";
import { type Place, pagesOf } from "./page.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { type ClauseRow, clausesOf, hasRequirements, type RequirementSheet } from "./requirements.ts";
import type { CaseStanding } from "./standing.ts";

export const SEE = "requirements.see";
export const CHANGE = "requirements.change";

const text = (words: string): Block => ({ kind: "text", text: words });

/** 附件1, or what the campaign has in its place. */
export const annexWords = ({ campaign: { definition } }: Pick<Context, "campaign">): string =>
  annexFor(definition, "requirements")?.name ?? "";

export interface Shown {
  application: Application;
  standing: CaseStanding;
  place: Place;
  /** Undefined: only read, by who may not fill it in. */
  mayFill: boolean;
  /** Who answered last for the district without being of it. */
  enteredBy: string | undefined;
}

/** The card of 附件1: every clause in full with how it stands, and while it is filled in, a page right below. */
export function requirementsView(context: Context, shown: Shown): View {
  const { application, standing, place, mayFill } = shown;
  const { definition } = context.campaign;
  const { sheet } = standing;
  const isOpen = mayFill && application.state !== "withdrawn";
  const pages = isOpen ? pagesOf(context, { application, sheet }, place) : [];
  const isFilling = place.page < pages.length;
  const page = context.cards.interactive ? pages[place.page] : undefined;
  const problems = isFilling ? place.problems : [];
  return {
    title: phrases.title(application.compoundName, annexWords(context)),
    tone: sheet ? "done" : "running",
    status:
      application.state === "withdrawn"
        ? phrases.withdrawnStatus()
        : isFilling
          ? phrases.filling()
          : sheet
            ? phrases.filled(standing.rows.filter(isOpenRow).length)
            : phrases.unanswered(),
    body: [
      ...(isFilling ? [text(phrases.lead(annexWords(context)))] : []),
      ...standingBlocks(context, application, { standing, enteredBy: shown.enteredBy }),
      ...(isOpen ? [text(typedHint(context, application))] : []),
      ...(problems.length > 0 ? [text(phrases.refusedLead()), { kind: "list" as const, items: problems }] : []),
    ],
    // Buttons beside a form would throw away what was typed.
    ...(page ? { form: page } : {}),
    actions: page
      ? []
      : [...(isOpen ? [changeAction(application, sheet)] : []), ...namedCases([application]).map(seeCase)],
    footnote: viewPhrases.footnote(
      page ? problems.length : 0,
      phrases.footnote(sourceWords(definition, definition.requirements.line)),
    ),
  };
}

/** Every clause in full with how it stands, and what was given besides. */
export function standingBlocks(
  context: Context,
  application: Application,
  { standing, enteredBy }: Pick<Shown, "standing" | "enteredBy">,
): Block[] {
  const { sheet, rows } = standing;
  return [
    ...(sheet ? summary(context, standing) : []),
    ...(enteredBy === undefined ? [] : [text(onBehalfPhrases.sentence(enteredBy))]),
    { kind: "list", items: rows.map((row) => clauseLine(row, sheet)) },
    ...rowFigures(standing),
    ...declaration(context, application),
  ];
}

/** Of such a clause nobody has said how it stands. */
const isOpenRow = ({ source }: CaseStanding["rows"][number]): boolean => source === "none";

function summary(context: Context, { rows, sheet, gate }: CaseStanding): Block[] {
  const { definition } = context.campaign;
  const ruling = rulingDeciding(definition, "excludingRequirements")?.id;
  const unmet = gate.unmet.length + gate.excluding.length > 0;
  return [
    text(phrases.counts(countsOf(rows), rows.length)),
    ...(sheet ? [text(phrases.saved(echoAsItStands(definition, sheet, rows)))] : []),
    ...(unmet ? [text(phrases.unmetReason(ruling))] : []),
  ];
}

function countsOf(rows: readonly ClauseRow[]) {
  const counts = { met: 0, notMet: 0, unclear: 0, notApplicable: 0, open: 0 };
  for (const { standing, source } of rows) counts[source === "none" ? "open" : standing] += 1;
  return counts;
}

/** Before anything was answered only the wording, and what is known from elsewhere. */
function clauseLine({ id, wording, standing, source, ground }: ClauseRow, sheet: RequirementSheet | undefined): string {
  if (source === "none") {
    return sheet
      ? phrases.clauseNow(id, wording, { standing: phrases.unanswered(), ground })
      : phrases.clause(id, wording);
  }
  return phrases.clauseNow(id, wording, { standing: phrases.standing({ standing, source }), ground });
}

function rowFigures({ figures, sheet }: CaseStanding): Block[] {
  const known = figures.filter(({ source }) => source !== "awaited" && (sheet !== undefined || source === "list"));
  if (known.length === 0) return [];
  return [
    text(phrases.rowFigures()),
    { kind: "list", items: known.map(({ criterion, ground }) => phrases.rowFigure(criterion, ground)) },
  ];
}

/** What the application form asks already is not asked again. */
function declaration({ campaign: { definition } }: Context, { declaration: state }: Application): Block[] {
  if (definition.requirements.disqualifications.length === 0) return [];
  return [text(phrases.declaration(pendingTopic(definition), state))];
}

function typedHint({ campaign: { definition } }: Context, { compoundName }: Application): string {
  const [first, second] = [clausesOf(definition).at(0)?.id, clausesOf(definition).at(-2)?.id];
  if (first === undefined || second === undefined || first === second) return phrases.noTyped(compoundName);
  const examples = definition.requirements.figures.flatMap((figure) => {
    if (figure.kind === "event") return [phrases.exampleEvent(figure.asks.word)];
    const isMoney = figure.kind === "ratio" && figure.unit === "yuan";
    return isMoney ? [phrases.exampleShare(figure.whole.word, figure.part.word)] : [];
  });
  return phrases.typed(compoundName, [first, second], examples.join("，"));
}

const changeAction = ({ id, compoundName }: Application, sheet: RequirementSheet | undefined): Action => ({
  id: CHANGE,
  label: sheet ? phrases.change() : phrases.button(),
  typed: `要求 ${compoundName}`,
  look: sheet ? "default" : "primary",
  subject: id,
});

/** On the card of a submitted application; none where the campaign asks for no requirements. */
export function requirementsAction(
  context: Context,
  { id, compoundName }: Application,
  { isAnswered, isOver }: { isAnswered: boolean; isOver: boolean },
): Action[] {
  if (!hasRequirements(context.campaign.definition)) return [];
  return [
    {
      id: SEE,
      label: isAnswered || isOver || context.campaign.closedAt ? phrases.see() : phrases.button(),
      typed: `要求 ${compoundName}`,
      look: "default",
      subject: id,
    },
  ];
}
