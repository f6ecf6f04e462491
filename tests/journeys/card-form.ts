import type { World } from "./world.ts";

export interface Submitted {
  accepted: boolean;
  toast?: string;
  version: number;
  missing: string[];
}

/** Fills the form on the newest card that has it, sends it, and waits until everything is at rest. */
export async function submitForm(
  world: World,
  { userId, formId, values }: { userId: string; formId: string; values: Record<string, unknown> },
): Promise<Submitted> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card] : []));
  const card = cards.findLast(({ forms }) => forms.some((form) => form.formId === formId));
  if (!card) throw new Error(`${userId} sees no form ${formId}`);
  const { outTrackId } = card;
  const reply = await world.call<Submitted>(`/users/${userId}/submit`, { outTrackId, formId, values });
  await world.idle();
  return reply;
}
