import { contentHash } from "../../definition/hash.ts";
import { membersWith, type People } from "../../directory/member.ts";
import type { Context } from "../context.ts";
import type { BrokenFolder } from "./load-campaigns.ts";
import { startPhrases } from "./phrases.ts";

export interface Broken {
  folders: readonly BrokenFolder[];
  /** Ids of campaigns with an unreadable pinned definition. */
  unreadable: readonly string[];
}

/** Reports broken folders and campaigns to a running campaign's administrators, once per set of problems. */
export async function reportBroken({ people, outbox }: Context, { folders, unreadable }: Broken): Promise<void> {
  for (const { staffId } of caretakers(people)) {
    for (const { folder, lines } of folders) {
      const key = `start.broken ${folder} ${contentHash(lines)} ${staffId}`;
      await outbox.say(staffId, startPhrases.leftOutView(folder, lines), key);
    }
    for (const id of unreadable) {
      await outbox.say(staffId, startPhrases.unreadableView(id), `start.unreadable ${id} ${staffId}`);
    }
  }
}

/** Administrators, or organizers if there are none. */
export function caretakers(people: People) {
  const administrators = membersWith(people, "administrator");
  return administrators.length > 0 ? administrators : membersWith(people, "organizer");
}
