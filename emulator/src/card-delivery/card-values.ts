import { z } from "zod";
import type { Warnings } from "../instruments/warnings.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import { settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

const MAX_KEY_BYTES = 100;
const DOCUMENTED_VALUE_BYTES = 1_024;

export const paramMapSchema = z.object({ cardParamMap: z.record(z.string(), z.unknown()).default({}) });

/**
 * Values of a card must be strings. How the platform treats other types is not documented: they are refused when
 * strict, otherwise converted to text. A value above the documented 1 KB only gives a warning, since reports show far
 * larger ones.
 */
export function readValues(
  { world, warnings }: Deps,
  { cardParamMap }: z.output<typeof paramMapSchema>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(cardParamMap)) {
    if (typeof value !== "string") {
      if (settingsOf(world).strict) throw new PlatformError(400, "param.invalid", `card value ${key} is not a string`);
      warnings.add("card.notAString", `卡片变量 ${key} 的值不是字符串`);
    }
    if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
      const error = new PlatformError(400, "param.invalid", `card key ${key} is too long`);
      refuseOrWarn({ world, warnings }, error, `卡片变量名 ${key} 超过 ${MAX_KEY_BYTES} 字节`);
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (Buffer.byteLength(text) > DOCUMENTED_VALUE_BYTES) {
      warnings.add("card.valueTooLong", `卡片变量 ${key} 超过文档所述的 1 KB`);
    }
    values[key] = text;
  }
  return values;
}

/** Private values by userId, also where the request names people by unionId (`userIdType` 2). */
export function readPrivateValues(
  deps: Deps,
  privateData: Record<string, z.output<typeof paramMapSchema>>,
  userIdType: number,
): Record<string, Record<string, string>> {
  const byUser: Record<string, Record<string, string>> = {};
  for (const [id, values] of Object.entries(privateData)) {
    const userId = userIdIn(deps, id, userIdType);
    if (userId === undefined || !deps.world.users.has(userId)) {
      throw new PlatformError(400, "param.userIdNotExist", `no such user ${id}`);
    }
    byUser[userId] = readValues(deps, values);
  }
  return byUser;
}

/** Resolves a unionId (`userIdType` 2); a userId is returned unchanged. */
export const userIdIn = ({ world }: Pick<Deps, "world">, id: string, userIdType: number): string | undefined =>
  userIdType === 2 ? [...world.users.values()].find((user) => user.unionId === id)?.userId : id;
