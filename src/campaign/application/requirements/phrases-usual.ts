import type { Definition } from "../../definition/definition.ts";
import type { UsualWords } from "../../engine/command-listing.ts";
import { clausesOf } from "./requirements.ts";

/** What people write most about the requirements. */
export function usualInRequirements(definition: Definition): readonly UsualWords[] {
  const [first, second] = clausesOf(definition).map(({ id }) => id);
  if (first === undefined || second === undefined) return [];
  return [
    { said: [`其余均符合，不符合 ${first}，尚不清楚 ${second}`], read: "只写不符合和尚不清楚的编号" },
    { said: [`${first}不符合`, `${first} 符合；${second} 不符合`], read: "改动一条或几条" },
  ];
}
