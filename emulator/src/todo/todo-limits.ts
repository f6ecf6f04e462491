import { z } from "zod";
import type { Warnings } from "../instruments/warnings.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

const MAX_LENGTH = { subject: 1_024, description: 4_096 };
const MAX_PEOPLE = 1_000;
/** For a new to-do no maximum is documented, only a recommendation. */
const ADVISED_PEOPLE = 100;
const MAX_URL_BYTES = 1_024;

export const todoUrls = z.object({ appUrl: z.string().optional(), pcUrl: z.string().optional() });

/** Something to do, the default, or only to read. */
export const DEFAULT_TYPE = "TODO";
export const todoType = z.enum([DEFAULT_TYPE, "READ"]);

interface Sizes {
  subject?: string | undefined;
  description?: string | undefined;
  executorIds?: readonly string[] | undefined;
  participantIds?: readonly string[] | undefined;
  detailUrl?: z.output<typeof todoUrls> | undefined;
}

/** @param code e.g. `todo.taskCreate.paramError` */
export const todoError = (code: string, message: string): PlatformError => new PlatformError(400, code, message);

/** @throws PlatformError when strict */
export function checkTodoSizes(deps: Deps, code: string, sizes: Sizes): void {
  const tooMuch = (message: string, warning: string) => refuseOrWarn(deps, todoError(code, message), warning);
  const { subject = "", description = "", executorIds = [], participantIds = [], detailUrl = {} } = sizes;
  if (subject.length > MAX_LENGTH.subject) {
    tooMuch("subject is oversize", `待办标题超过 ${MAX_LENGTH.subject} 个字符`);
  }
  if (description.length > MAX_LENGTH.description) {
    tooMuch("description is oversize", `待办描述超过 ${MAX_LENGTH.description} 个字符`);
  }
  if (executorIds.length > MAX_PEOPLE) tooMuch("executors is oversize", `待办执行人超过 ${MAX_PEOPLE} 人`);
  if (participantIds.length > MAX_PEOPLE) tooMuch("participants is oversize", `待办参与人超过 ${MAX_PEOPLE} 人`);
  if (Math.max(executorIds.length, participantIds.length) > ADVISED_PEOPLE) {
    deps.warnings.add("todo.manyPeople", `待办的执行人或参与人超过建议的 ${ADVISED_PEOPLE} 人`);
  }
  if ([detailUrl.appUrl, detailUrl.pcUrl].some((url) => Buffer.byteLength(url ?? "") > MAX_URL_BYTES)) {
    tooMuch(code, `待办的详情页地址超过 ${MAX_URL_BYTES} 字节`);
  }
}
