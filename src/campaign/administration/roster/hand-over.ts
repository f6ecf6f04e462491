import type { Action } from "../../../platform/chat/view.ts";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import { shareOf, workIn } from "../../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { DRAFT as FORM } from "../../application/draft.ts";
import { applicationPhrases } from "../../application/phrases.ts";
import { applicationById } from "../../application/store.ts";
import { MESSAGE } from "../../broadcast/broadcast.ts";
import { fieldFor, formFor } from "../../definition/purposes.ts";
import { memberOf, type People } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { DRAFT as LIST } from "../../recommendation/draft.ts";
import { DRAFT as CHOICE } from "../../selection/draft.ts";
import { rosterWords as words } from "./phrases.ts";

/** Work that somebody has begun and not finished, and how it is called. */
export interface OpenWork {
  draft: Draft;
  /** 申报表“锦绣花园” */
  title: string;
  /** Goes on with it. */
  action?: Action;
}

/** Kind of the place of a score sheet in 初评. */
const REVIEW = "preliminary-review.place";
const KINDS = [FORM, REVIEW, LIST, MESSAGE, CHOICE];

/** Everything the person has begun or worked on, most recently changed first. */
export async function openWorkOf(context: Context, person: StaffId): Promise<OpenWork[]> {
  const { tx, campaign, drafts } = context;
  const rows = await tx.draft.findMany({
    where: { campaignId: campaign.id, kind: { in: KINDS }, state: { in: ["open", "left"] } },
    orderBy: { updatedAt: "desc" },
    select: { id: true },
  });
  const work: OpenWork[] = [];
  for (const { id } of rows) {
    const draft = await drafts.read(id);
    if (draft && isPartOf(draft, person) && !(await isReviewed(context, draft)))
      work.push({ draft, ...(await called(context, draft)) });
  }
  return work;
}

const isPartOf = ({ startedBy, body }: Draft, person: StaffId): boolean =>
  startedBy === person || workIn(body).people[person] !== undefined;

/** The place of a review is kept after 提交定稿. */
async function isReviewed({ tx }: Context, { kind, subject = "" }: Draft): Promise<boolean> {
  if (kind !== REVIEW) return false;
  const sheet = await tx.scoreSheet.findFirst({ where: { caseId: subject, ledger: "district" } });
  return sheet?.state === "finalized";
}

async function called(context: Context, draft: Draft): Promise<Omit<OpenWork, "draft">> {
  switch (draft.kind) {
    case FORM: {
      const name = formName(context, draft);
      const label = applicationPhrases.goOn();
      const typed = name === "" ? label : applicationPhrases.goOnWith(name);
      const isChange = draft.subject !== undefined;
      return {
        title: words.form(name),
        ...(isChange
          ? {}
          : { action: { id: "application.resume", label: typed, typed, look: "default", subject: draft.id } }),
      };
    }
    case REVIEW:
      return { title: words.review((await applicationById(context.tx, draft.subject ?? ""))?.compoundName ?? "") };
    case LIST:
      return { title: words.list() };
    case MESSAGE:
      return { title: words.message() };
    default:
      return { title: words.choice() };
  }
}

function formName({ campaign: { definition } }: Context, { body }: Draft): string {
  const form = formFor(definition, "application");
  const key = form && fieldFor(form, "name")?.key;
  const answers = (body as { answers?: Record<string, unknown> }).answers ?? {};
  return key === undefined ? "" : String(answers[key] ?? "");
}

/**
 * Hands the person's open work over, as far as the successor works for its district; the rest stays with the district.
 * The person's open question is closed. Nothing of what was filled in changes.
 * @param only ids of the drafts that are meant; default: all
 * @param people on the day from which it counts
 * @returns what was handed over
 */
export async function handOver(
  context: Context,
  { from, to, only }: { from: StaffId; to: StaffId; only?: readonly string[] },
  people: People,
): Promise<OpenWork[]> {
  const districts = memberOf(people, to)?.roles.map(({ district }) => district) ?? [];
  const isWithin = ({ draft }: OpenWork) =>
    (only?.includes(draft.id) ?? true) && (draft.district === undefined || districts.includes(draft.district));
  const work = (await openWorkOf(context, from)).filter(isWithin);
  for (const { draft } of work) {
    await context.withJournal({ action: "work.handed-over", reason: `${draft.kind} ${draft.id} ${from} ${to}` }, () =>
      context.drafts.save(draft, {
        body: movedBody(draft.body, { from, to }),
        ...(draft.startedBy === from ? { startedBy: to } : {}),
        ...(draft.subject === from ? { subject: to } : {}),
      }),
    );
    await context.cards.refresh({ kind: draft.kind, subject: draft.id });
  }
  if (work.length > 0) await context.endTalk(from);
  return work;
}

/** The successor goes on where the predecessor was, unless the successor has a place of their own. */
function movedBody(body: unknown, { from, to }: { from: StaffId; to: StaffId }): unknown {
  const work = workIn(body);
  const { [from]: left, ...others } = work.people;
  if (left === undefined || typeof body !== "object") return body;
  const people = { ...others, [to]: others[to] === undefined ? left : shareOf(work, to) };
  return { ...body, people };
}
