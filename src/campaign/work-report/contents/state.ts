import type { Context } from "../../engine/context.ts";
import { asksPromotion, partsOfReport } from "../rules.ts";
import type { WorkReport } from "../work-report.ts";
import { contentsOf, type PartFound, PROMOTION, promotionIn } from "./contents.ts";
import { contentsPhrases } from "./phrases.ts";
import { partsBeside, versionsTakenBack } from "./store.ts";

/** A part as it counts: of the report, or given beside it. `unread`: the file cannot be read. */
export interface PartState extends Omit<PartFound, "state"> {
  state: PartFound["state"] | "unread" | "beside";
}

export interface ReportState {
  parts: readonly PartState[];
  /** What is said of 推广实施; undefined if nothing is. */
  promotion: string | undefined;
}

/** Whether something is said of the part, or that there is nothing. */
const says = (state: PartState["state"]): boolean => state === "written" || state === "none" || state === "beside";

/** What a version says, in memory. */
export interface ReportTexts {
  /** Undefined: it cannot be read. */
  text: string | undefined;
  /** By part; {@link PROMOTION} too. What was given beside this version stands before what it says itself. */
  beside: ReadonlyMap<string, { text: string; isOfThis: boolean; version?: number }>;
}

/** The parts as they count. A part that says 无 beside the report was asked about, so it is answered. */
export function stateFrom(parts: readonly string[], { text, beside }: ReportTexts): ReportState {
  const found: readonly PartState[] =
    text === undefined ? parts.map((name) => ({ name, state: "unread", text: "" })) : contentsOf(text, parts);
  const promotion = text === undefined ? undefined : promotionIn(text);
  const given = beside.get(PROMOTION);
  return {
    parts: found.map((one) => {
      const other = beside.get(one.name);
      const counts = other !== undefined && (other.isOfThis || !says(one.state));
      return counts ? { name: one.name, state: "beside", text: other.text } : one;
    }),
    promotion: given && (given.isOfThis || promotion === undefined) ? given.text : promotion,
  };
}

/** Parts that count of what was given beside an earlier version, each with it. */
export function carriedIn(parts: readonly string[], texts: ReportTexts): Map<string, number> {
  const { parts: states } = stateFrom(parts, texts);
  const carried = new Map<string, number>();
  for (const [part, { isOfThis, version }] of texts.beside) {
    const counts =
      part === PROMOTION
        ? texts.text === undefined || promotionIn(texts.text) === undefined
        : states.some(({ name, state }) => name === part && state === "beside");
    if (!isOfThis && version !== undefined && counts) carried.set(part, version);
  }
  return carried;
}

/** Reads what a version says; what was given beside one that was taken back went with it. */
export async function reportTexts(context: Context, report: WorkReport): Promise<ReportTexts> {
  const { tx, campaign, personal } = context;
  const takenBack = await versionsTakenBack(tx, campaign.id, report.district);
  const rows = (await partsBeside(tx, campaign.id, report.district)).filter(
    ({ version }) => version === report.version || (version < report.version && !takenBack.has(version)),
  );
  const values = await personal.read([report.content.text, ...rows.map(({ text }) => text)]);
  const { text } = report.content;
  return {
    text: text && values.get(text.personal),
    beside: new Map(
      rows.map(({ part, version, text: own }) => [
        part,
        { text: values.get(own.personal) ?? "", isOfThis: version === report.version, version },
      ]),
    ),
  };
}

/** Said with a new version; empty where nothing is carried over. */
export async function carriedWords(context: Context, report: WorkReport): Promise<string> {
  const carried = carriedIn(partsOfReport(context.campaign.definition), await reportTexts(context, report));
  return carried.size === 0 ? "" : contentsPhrases.carried(carried);
}

export const stateOfReport = async (context: Context, report: WorkReport): Promise<ReportState> =>
  stateFrom(partsOfReport(context.campaign.definition), await reportTexts(context, report));

/** Names of the parts that are to be asked for; {@link PROMOTION} last. */
export function lackingIn(context: Pick<Context, "campaign">, { parts, promotion }: ReportState): string[] {
  const names = parts.filter(({ state }) => !says(state)).map(({ name }) => name);
  return promotion === undefined && asksPromotion(context.campaign.definition) ? [...names, PROMOTION] : names;
}
