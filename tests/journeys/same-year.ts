import { onTestFinished } from "vitest";
import { playTo, type Style, scenesOf } from "../../demo/play.ts";
import { playersIn } from "./campaign-state.ts";
import type { Moment } from "./moments.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";
import { END, type Outcome, outcomeOf } from "./year.ts";

/** A whole year may have to wait for the one it is compared with, and for other journeys. */
export const YEAR_MS = 600_000;

/** The year as some typed and some pressed it, and once more from a moment on in one style only. */
export async function samePlayedBy(style: Style, from: Moment): Promise<{ played: Outcome; other: Outcome }> {
  const [played, other] = await Promise.all([
    outcomeIn(() => worldAt("10月21日")),
    outcomeIn(async () => {
      const world = await worldAt(from, style === "words" ? { CARD_TEMPLATE_ID: "" } : {});
      const players = playersIn(world);
      await playTo(players, { scenes: scenesOf(players, style), to: END });
      return world;
    }),
  ]);
  return { played, other };
}

async function outcomeIn(begin: () => Promise<World>): Promise<Outcome> {
  const world = await begin();
  onTestFinished(world.end);
  return outcomeOf(world);
}
