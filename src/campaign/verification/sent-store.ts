import { z } from "zod";
import type { PersonContext } from "../engine/context.ts";
import type { FileMessage } from "../engine/dispatch/file-places.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { placeOf, type SheetName } from "./member-sheet.ts";
import { rowsIn, siteAtHead } from "./said-of-site.ts";
import type { InHand, SentMessage } from "./sent-order.ts";
import { sheetInHand } from "./unanswered.ts";
import { sitesOf } from "./which-site.ts";

/** Kind of the draft that keeps a member's newest messages; its subject is the person. */
const SENT = "verification.sent";
/** More than anybody types without signal. */
const MOST = 80;

const sheet = z.object({ caseId: z.string(), memberId: z.string() });
const stored = z.object({
  messages: z.array(
    z.object({
      ...{ order: z.coerce.bigint(), sheet, at: z.string().optional(), rows: z.array(z.string()) },
      elsewhere: sheet.optional(),
    }),
  ),
});

const nameOf = ({ person }: PersonContext) => ({ kind: SENT, subject: person.staffId });

/** The member's newest messages, in the order in which they arrived. */
export async function sentBy(context: PersonContext): Promise<readonly SentMessage[]> {
  const [draft] = await context.drafts.unfinished(nameOf(context));
  const read = stored.safeParse(draft?.body);
  return read.success ? read.data.messages : [];
}

/** The sheet in hand with the row that is asked; undefined without one. */
export async function inHand(context: PersonContext): Promise<InHand | undefined> {
  const name = await sheetInHand(context);
  return name && { sheet: name, at: await rowAsked(context, name) };
}

async function rowAsked(context: PersonContext, name: SheetName): Promise<string | undefined> {
  const [place] = await context.drafts.unfinished(placeOf(name));
  return place && standingOf(place, context.person.staffId).at;
}

/** Keeps in mind what was asked when a message came, before anything is done with it. */
export async function keepSent(context: PersonContext, { text, received }: Pick<FileMessage, "text" | "received">) {
  const now = await inHand(context);
  if (!now) return;
  const [draft] = await context.drafts.unfinished(nameOf(context));
  const read = stored.safeParse(draft?.body);
  const { name, rest } = await siteAtHead(context, text, now.sheet);
  const { memberId } = now.sheet;
  const named = (await sitesOf(context, memberId)).find(({ compoundName }) => compoundName === name)?.id;
  const elsewhere = named === undefined || named === now.sheet.caseId ? undefined : { caseId: named, memberId };
  const message: SentMessage = { ...now, order: received.order, rows: rowsIn(context, rest), elsewhere };
  const messages = [...(read.success ? read.data.messages : []), message].slice(-MOST);
  const body = { messages: messages.map((one) => ({ ...one, order: String(one.order) })) };
  if (draft) await context.drafts.save(draft, { body });
  else await context.drafts.start({ ...nameOf(context), startedBy: context.person.staffId, body });
}
