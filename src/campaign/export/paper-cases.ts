import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { DRAFT, draftOf } from "../application/draft.ts";
import { findApplication } from "../application/find-application.ts";
import { applicationForm } from "../application/form.ts";
import { applicationsOf } from "../application/store.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin, reachesSite } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { formPaperPhrases as phrases } from "../form-paper/phrases.ts";

const BLANK = /^(?:空白?表?|空)$/u;

export interface WantedPaper {
  /** What the person typed after its name. */
  rest: string;
  /** Ids of the districts that were named. */
  districts: readonly string[];
  /** Typed after 导出: 附件3. */
  paper: string;
  capability: Capability;
  /** Of the cases in the person's scope those that are not shown to them yet. */
  keptFrom?: (applications: readonly Application[]) => Promise<readonly Application[]>;
  /** Why, in a sentence; left out: their districts have not reported them. */
  whyKept?: string;
}

/** Whether the empty paper is asked for. */
export const isBlank = ({ rest }: Pick<WantedPaper, "rest">): boolean => BLANK.test(rest);

/**
 * The named case, or all cases of the named districts, and the part of the file's name that says which.
 * @throws {RefusalError} if nothing fits, or it is not the person's to see
 */
export async function paperCases(
  context: PersonContext,
  { rest, districts, paper, capability, keptFrom, whyKept }: WantedPaper,
): Promise<{ applications: readonly Application[]; part: string }> {
  const { definition } = context.campaign;
  const scope = districtScope(definition, context.person, capability);
  const all = await applicationsOf(context.tx, context.campaign.id);
  const visible = all.filter(
    ({ id: caseId, district }) =>
      isWithin(scope, district) || reachesSite(definition, context.person, { capability, caseId }),
  );
  const name = districts.reduce((words, id) => words.replace(districtName(definition, id), ""), rest).trim();
  if (name !== "") {
    const there = visible.filter(({ district }) => districts.length === 0 || districts.includes(district));
    const application = await named(context, { visible: there, name, form: paper });
    if ((await keptFrom?.([application]))?.length) {
      throw new RefusalError(
        "form-paper.not-reported",
        whyKept ?? phrases.notReported(application.compoundName, paper),
      );
    }
    return { applications: [application], part: application.compoundName };
  }
  const submitted = visible.filter(({ state }) => state !== "withdrawn");
  const wanted = submitted.filter(({ district }) => districts.length === 0 || districts.includes(district));
  const kept = new Set(await keptFrom?.(wanted));
  const where = districts.map((id) => districtName(definition, id)).join("、");
  if (wanted.length === 0) throw new RefusalError("form-paper.none", phrases.noneSubmitted(where, paper));
  if (districts.length === 0 && scope === "all") {
    throw new RefusalError("form-paper.which", phrases.noCase("", paper, nounsOf(definition)));
  }
  const shown = wanted.filter((application) => !kept.has(application));
  if (shown.length === 0)
    throw new RefusalError(
      "form-paper.not-reported",
      whyKept ?? phrases.noneReported(where, paper, nounsOf(definition)),
    );
  const own = scope === "all" ? districts : districts.length > 0 ? districts : scope;
  return { applications: shown, part: own.map((id) => districtName(definition, id)).join("、") };
}

async function named(
  context: PersonContext,
  { visible, name, form }: { visible: readonly Application[]; name: string; form: string },
): Promise<Application> {
  const nouns = nounsOf(context.campaign.definition);
  const addresses = await answerTexts(context, visible, "address");
  const found = findApplication(visible, name, { noun: nouns.case, addresses });
  if (found.kind === "several")
    throw new RefusalError("form-paper.which", phrases.which(found.names, form), { choices: found.names, said: name });
  if (found.kind === "none") {
    if (await isBeingFilled(context, name))
      throw new RefusalError("form-paper.not-submitted", phrases.notSubmitted(name, form));
    throw new RefusalError("form-paper.no-case", phrases.noCase(name, form, nouns));
  }
  if (found.application.state === "withdrawn") {
    throw new RefusalError("form-paper.withdrawn", phrases.withdrawn(found.application.compoundName, form));
  }
  return found.application;
}

async function isBeingFilled(context: PersonContext, name: string): Promise<boolean> {
  const key = fieldFor(applicationForm(context), "name")?.key ?? "";
  const own = context.person.roles.flatMap(({ district }) => (district === undefined ? [] : [district]));
  for (const district of own) {
    for (const draft of await context.drafts.unfinished({ kind: DRAFT, district })) {
      if (draftOf(context, draft, context.person.staffId).state.answers[key] === name) return true;
    }
  }
  return false;
}
