import { z } from "zod";
import type { CardRecord } from "../world/records.ts";
import { refusal } from "./require-card.ts";

const imSpace = z.object({ lastMessageI18n: z.record(z.string(), z.string()).optional() }).optional();

/** The open-space models: what an app states about each kind of space its card may be in. */
export const spaceSchema = z.object({
  imGroupOpenSpaceModel: imSpace,
  imRobotOpenSpaceModel: imSpace,
  topOpenSpaceModel: z.object({ spaceType: z.string().default("") }).optional(),
});

/** @throws PlatformError for another top space than a group's */
export function readSpaceModels(models: z.output<typeof spaceSchema>): NonNullable<CardRecord["spaces"]> {
  const { imGroupOpenSpaceModel: group, imRobotOpenSpaceModel: robot, topOpenSpaceModel: top } = models;
  if (top !== undefined && top.spaceType !== "ONE_BOX") {
    throw refusal("param.openSpaceModelInvalid", "topOpenSpaceModel.spaceType must be ONE_BOX");
  }
  return {
    ...(group === undefined ? {} : { group: group.lastMessageI18n?.ZH_CN }),
    ...(robot === undefined ? {} : { robot: robot.lastMessageI18n?.ZH_CN }),
    ...(top === undefined ? {} : { top: true }),
  };
}
