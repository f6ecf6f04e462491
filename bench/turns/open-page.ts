import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import type { CardReading } from "dingtalk-emulator/contract/card.ts";
import type { EmulatedMessage } from "dingtalk-emulator/contract/control.ts";

/** A person's open page of 初评: the newest card with its form. */
export interface OpenPage {
  outTrackId: string;
  form: CardReading["forms"][number];
}

/** Finds the page that a person has open; undefined before there is one. */
export type FindOpenPage = (userId: string) => Promise<OpenPage | undefined>;

/** Asks each time only for what changed since the last, as a client does: drawing whole chats would be most of the load. */
export function openPages(client: EmulatorClient): FindOpenPage {
  const read = new Map<string, { seq: number; page: OpenPage | undefined }>();
  return async (userId) => {
    const { seq: after, page: before } = read.get(userId) ?? { seq: 0, page: undefined };
    const changed = await client.call<{ messages: EmulatedMessage[]; seq: number }>(
      `/users/${userId}/messages?after=${after}`,
    );
    const page = changed.messages.reduce(
      (open, { card }) =>
        card === undefined ? open : (pageOn(card) ?? (card.outTrackId === open?.outTrackId ? undefined : open)),
      before,
    );
    const known = read.get(userId);
    // Of two questions at once the later answer counts.
    if (known === undefined || known.seq <= changed.seq) read.set(userId, { seq: changed.seq, page });
    return page;
  };
}

function pageOn({ outTrackId, forms }: CardReading): OpenPage | undefined {
  const [form] = forms;
  return form?.formId.startsWith("preliminary") ? { outTrackId, form } : undefined;
}
