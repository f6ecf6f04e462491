import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Attachment } from "../../attachment/attachment.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import { requireOpenParts } from "../../engine/open-parts.ts";
import type { Application } from "../application.ts";
import { applicationPhrases } from "../phrases.ts";
import { lockApplication } from "../store.ts";
import { opinionsChanged } from "./events.ts";
import type { Opinion } from "./opinion.ts";
import { opinionRefusals as refusals } from "./phrases.ts";
import type { SpokenOpinion } from "./read-words.ts";
import { type OfficeStanding, type OrderProblem, orderProblem, standingsOf } from "./rules.ts";
import { revisionOfScan } from "./scans/place.ts";
import { opinionFacts } from "./standing.ts";
import { opinionTable } from "./store.ts";
import { verificationWords } from "./verification-words.ts";
import { requireRecorder } from "./visible.ts";

export interface Recording {
  opinions: readonly SpokenOpinion[];
  /** The paper that they stand on: they are of its submission. Without one they are of the newest. */
  scan?: Attachment;
}

/** Ids of the offices whose opinion was recorded now, and of those that had been recorded just so. */
export interface Recorded {
  recorded: readonly string[];
  before: readonly string[];
}

/**
 * Records opinions of the district's offices, in their order. The same opinion again is not recorded twice.
 * @throws {RefusalError} where the district is another, the case is withdrawn, or the order is broken
 */
export async function recordOpinions(
  context: PersonContext,
  application: Application,
  { opinions, scan }: Recording,
): Promise<Recorded> {
  const standings = await lockedStandings(context, application);
  const problem = orderProblem(
    standings,
    opinions.map(({ office }) => office),
  );
  if (problem) throw orderRefusal(context, problem);
  // What a change of the form asks to be given anew may be, whatever else is open.
  const anew = standings.filter(({ state }) => state === "toConfirm").map(({ office }) => office.id);
  const closable = opinions.map(({ office }) => office).filter((office) => !anew.includes(office));
  await requireOpenParts(
    context,
    application.id,
    closable.map((office) => `opinion:${office}` as const),
  );
  const revision = scan ? revisionOfScan(scan) : application.revision;
  const recorded: string[] = [];
  const before: string[] = [];
  for (const { office, opinion: earlier } of standings) {
    const spoken = opinions.findLast((one) => one.office === office.id);
    if (!spoken) continue;
    if (earlier && (await isSame(context, earlier, { spoken, revision, scan: scan?.id }))) before.push(office.id);
    else {
      await store(context, application, { spoken, revision, scan: scan?.id });
      recorded.push(office.id);
    }
  }
  if (recorded.length > 0) context.emit(opinionsChanged, { id: application.id, district: application.district });
  return { recorded, before };
}

/** Where the offices stand, with the case locked until the transaction ends. */
export async function lockedStandings(context: PersonContext, { id }: Application): Promise<OfficeStanding[]> {
  const application = await lockApplication(context.tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  requireRecorder(context, application);
  if (application.state === "withdrawn") throw new RefusalError("application.withdrawn", refusals.withdrawnCase());
  const facts = (await opinionFacts(context, [application])).get(id);
  return facts ? standingsOf(facts) : [];
}

function orderRefusal(context: PersonContext, problem: OrderProblem): RefusalError {
  const { office } = problem;
  switch (problem.kind) {
    case "before":
      return new RefusalError("application.opinion-order", refusals.before(office.name, problem.missing.name));
    case "later":
      return new RefusalError(
        "application.opinion-later",
        refusals.later(office.name, verificationWords(context), nounsOf(context.campaign.definition)),
      );
    case "nobody":
      return new RefusalError(
        "application.opinion-nobody",
        refusals.nobody(office.name, nounsOf(context.campaign.definition)),
      );
  }
}

interface Given {
  spoken: SpokenOpinion;
  revision: number;
  scan: string | undefined;
}

/** What is not said again counts as the same. */
async function isSame(context: PersonContext, earlier: Opinion, { spoken, revision, scan }: Given): Promise<boolean> {
  const texts = await context.personal.read([earlier.text, earlier.signer]);
  const same = (said: string | undefined, stored: string | undefined) => said === undefined || said === stored;
  return (
    earlier.revision === revision &&
    earlier.stance === spoken.stance &&
    earlier.givenOn === spoken.givenOn &&
    same(scan, earlier.scan) &&
    same(spoken.sealedBy, earlier.sealedBy) &&
    same(spoken.text, texts.get(earlier.text?.personal ?? "")) &&
    same(spoken.signer, texts.get(earlier.signer?.personal ?? ""))
  );
}

async function store(context: PersonContext, { id: caseId }: Application, given: Given): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const { spoken, revision, scan } = given;
  const { office, stance, givenOn, text, signer, sealedBy } = spoken;
  const number = (await tx.opinion.count({ where: { caseId, office } })) + 1;
  const words = text === undefined ? {} : { text: { ...(await personal.store(text)) } };
  const name = signer === undefined ? {} : { signer: { ...(await personal.store(signer)) } };
  const rows = [opinionTable.row({ case_id: caseId, office, number })];
  await context.withJournal({ action: "application.opinion-recorded", rows, caseId }, () =>
    tx.opinion.create({
      data: {
        ...{ caseId, office, number, campaignId: campaign.id, revision, stance, givenOn, ...words, ...name },
        ...{ sealedBy: sealedBy ?? null, scan: scan ?? null, recordedBy: person.staffId, recordedAt: now },
        responsible: responsibleIn(context),
      },
    }),
  );
}
