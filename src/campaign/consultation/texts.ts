import type { Context } from "../engine/context.ts";
import type { Reply } from "./consultation.ts";
import { consultationPhrases as phrases } from "./phrases.ts";

/** The words of a reply; of erased ones that they were. */
export interface ReplyTexts {
  words: string;
  repliedBy: string;
  /** Of the decision; undefined before. */
  opinion: string | undefined;
}

/** The words of each. */
export async function textsOf(
  { personal }: Pick<Context, "personal">,
  replies: readonly Reply[],
): Promise<ReadonlyMap<Reply, ReplyTexts>> {
  const values = await personal.read(replies.flatMap(({ words, repliedBy, opinion }) => [words, repliedBy, opinion]));
  const text = (ref: Reply["words"]) => ref && (values.get(ref.personal) ?? phrases.erased());
  return new Map(
    replies.map((reply) => [
      reply,
      {
        words: text(reply.words) ?? "",
        repliedBy: text(reply.repliedBy) ?? "",
        opinion: text(reply.opinion),
      },
    ]),
  );
}
