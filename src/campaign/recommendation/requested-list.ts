import { RefusalError } from "../../shared/refusal-error.ts";
import { districtsOf } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { DIALOGUE, DRAFT, type ListDraft, listDraftOf, openList } from "./draft.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { listState } from "./unsettled.ts";

/** Whether there is a list that 报送 may be said of. */
export const hasList = async (context: PersonContext, { subject }: CommandRequest): Promise<boolean> =>
  subject !== undefined ||
  (await context.dialogue.current())?.kind === DIALOGUE ||
  (await putAside(context)) !== undefined;

/** The list of the pressed card, of the open dialogue, or the only one that was put aside. */
export async function requestedList(context: PersonContext, { subject }: CommandRequest): Promise<ListDraft> {
  if (subject !== undefined) return openList(context, subject);
  const open = await context.dialogue.current();
  const state = open?.kind === DIALOGUE ? listState.safeParse(open.state) : undefined;
  const draftId = state?.success ? state.data.draftId : await putAside(context);
  if (draftId === undefined) throw new RefusalError("recommendation.none-open", phrases.noneOpen());
  return openList(context, draftId);
}

async function putAside(context: PersonContext): Promise<string | undefined> {
  const own = districtsOf(context.campaign.definition, context.person);
  const drafts = (await context.drafts.unfinished({ kind: DRAFT })).filter(({ district = "" }) =>
    own.includes(district),
  );
  const lists: ListDraft[] = [];
  for (const draft of drafts) lists.push(await listDraftOf(context, draft));
  const [only, second] = lists.filter(({ order, none: isNone }) => order.length > 0 || isNone);
  return second ? undefined : only?.draft.id;
}
