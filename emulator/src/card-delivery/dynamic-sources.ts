import { z } from "zod";
import { refusal } from "./require-card.ts";

const MIN_SECONDS = 6;

export const dynamicConfigSchema = z.object({
  dynamicDataSourceConfigs: z
    .array(
      z.object({
        dynamicDataSourceId: z.string().default(""),
        constParams: z.record(z.string(), z.string()).optional(),
        pullConfig: z
          .object({
            pullStrategy: z.string().default(""),
            interval: z.coerce.number().optional(),
            timeUnit: z.string().optional(),
          })
          .optional(),
      }),
    )
    .default([]),
});

type Config = z.output<typeof dynamicConfigSchema>["dynamicDataSourceConfigs"][number];

export interface DynamicSource {
  dynamicDataSourceId: string;
  constParams?: Record<string, string>;
}

/** The sources to query for values. @throws PlatformError */
export const readSources = ({ dynamicDataSourceConfigs }: z.output<typeof dynamicConfigSchema>): DynamicSource[] =>
  dynamicDataSourceConfigs.filter(isAsked).map(({ dynamicDataSourceId, constParams }) => ({
    dynamicDataSourceId,
    ...(constParams === undefined ? {} : { constParams }),
  }));

function isAsked({ dynamicDataSourceId, pullConfig }: Config): boolean {
  if (dynamicDataSourceId === "") throw named("dynamicSourceIdEmpty");
  if (pullConfig === undefined) throw named("dynamicDataPullConfigEmpty");
  const { pullStrategy, interval, timeUnit } = pullConfig;
  if (pullStrategy === "") throw named("dynamicDataSourcePullStrategyEmpty");
  if (!["NONE", "ONCE", "RENDER", "INTERVAL"].includes(pullStrategy)) throw named("invalid");
  if (pullStrategy !== "INTERVAL") return pullStrategy !== "NONE";
  if (!["SECONDS", "MINUTES", "HOURS", "DAYS"].includes(timeUnit ?? "")) {
    throw named("dynamicDataPullIntervalTimeUnitInvalid");
  }
  const least = timeUnit === "SECONDS" ? MIN_SECONDS : 1;
  if (interval === undefined || !(interval >= least)) throw named("dynamicDataPullIntervalInvalid");
  return true;
}

const named = (name: string): Error => refusal(`param.${name}`, `param.${name}`);
