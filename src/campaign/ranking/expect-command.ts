import { z } from "zod";
import { Refusal } from "../../shared/refusal.ts";
import type { Asked, Command, PersonTurn } from "../engine/feature.ts";
import { awaitedLists, nameExpected } from "./expected.ts";
import { expectedPhrases as phrases, sharePhrases } from "./phrases.ts";
import { onListConfirmed } from "./post.ts";
import { EXPECT } from "./see.ts";
import { districtName } from "./views.ts";

const page = z.object({ districts: z.array(z.string()).default([]) });

/** 应报地区: the organizer names whose lists are waited for. */
export const expectCommand: Command = {
  id: EXPECT,
  words: ["应报地区"],
  capability: "publication.publish",
  effect: "change",
  example: "应报地区",
  purpose: "查看或指定应报推荐名单的地区",
  stages: ["implementation", "verification"],
  onlyIn: "direct",
  async run(turn, asked) {
    if (turn.place === "group") throw new Refusal("ranking.not-in-group", sharePhrases.directOnly());
    const districts = namedIn(turn, asked);
    if (districts) {
      await nameExpected(turn, districts);
      await onListConfirmed(turn);
    }
    if (asked.by === "press") return { changed: true, toast: phrases.toast(districts?.length ?? 0) };
    const { expected, named } = await awaitedLists(turn);
    const names = expected.map((id) => districtName(turn, id));
    await turn.reply(phrases.reply(names, named));
    return {};
  },
};

/** The districts named; none to go back to those with an application; undefined when it was only asked. */
function namedIn(turn: PersonTurn, asked: Asked): readonly string[] | undefined {
  const { districts } = turn.campaign.definition.campaign;
  if (asked.by === "press") {
    const chosen = page.safeParse(asked.form ?? {}).data?.districts ?? [];
    return districts.map(({ id }) => id).filter((id) => chosen.includes(id));
  }
  if (asked.rest === "") return undefined;
  if (/恢复|全部申报/u.test(asked.rest)) return [];
  const found = districts.filter(({ name }) => asked.rest.includes(name)).map(({ id }) => id);
  if (found.length > 0) return found;
  const names = districts.map(({ name }) => name);
  throw new Refusal("ranking.unknown-district", phrases.unknown(asked.rest, names));
}
