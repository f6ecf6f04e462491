import { z } from "zod";
import { StartError } from "./shared/start-error.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ""));

/** What each variable means is written in .env.example; a test compares the two. */
export const environment = z.object({
  DINGTALK_CLIENT_ID: z.string().min(1),
  DINGTALK_CLIENT_SECRET: z.string().min(1),
  DINGTALK_ROBOT_CODE: z.string().min(1).optional(),
  DINGTALK_API_BASE: address.default("https://api.dingtalk.com"),
  DINGTALK_OAPI_BASE: address.default("https://oapi.dingtalk.com"),
  CARD_TEMPLATE_ID: z.string().optional(),
  ROBOT_CALLBACK: z.enum(["on", "off"]).default("off"),
  CARD_CALLBACK_SECRET: z.string().min(1).optional(),
  CARD_CALLBACK_ROUTE: z.string().min(1).optional(),
  EVENT_TOKEN: z.string().min(1).optional(),
  EVENT_AES_KEY: z.string().length(43).optional(),
  CAMPAIGN: z
    .string()
    .default("campaigns/shaoxing-2023")
    .transform((text) =>
      text
        .split(",")
        .map((folder) => folder.trim())
        .filter((folder) => folder !== ""),
    ),
  DATABASE_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DATA_KEY: z.string().min(1).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
  OFFICE_PROGRAM: z.string().min(1).optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: address.optional(),
  DING: z.enum(["on", "off"]).default("off"),
  CALLS_PER_SECOND: z.coerce.number().int().positive().optional(),
  MONTHLY_API_CALLS: z.coerce.number().int().positive().default(5_000),
  MONTHLY_PUSHES: z.coerce.number().int().positive().default(3_000),
  CLOCK_URL: address.optional(),
  CARD_ANSWER_MS: z.coerce.number().int().min(1_000).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  LOG_FILE: z.string().min(1).optional(),
});

export interface Config extends z.infer<typeof environment> {
  /** Folders in which the system looks for programs. */
  searchPath: string;
}

/** An empty variable counts as unset: that is how shells and compose files leave one out. */
const withoutEmpty = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));

/**
 * The only reader of the environment.
 * @throws {StartError} naming every variable that is missing or wrong, all at once
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(withoutEmpty(variables));
  if (result.success) return { ...result.data, searchPath: variables.PATH ?? "" };
  const lines = result.error.issues.map(({ path, code }) => {
    const name = path.map(String).join(".");
    return variables[name]
      ? `${name} 的值不合要求`
      : `${name} 未设置（${code === "invalid_type" ? "必填" : "不可为空"}）`;
  });
  throw new StartError(`配置有误，系统未启动：${lines.join("；")}。各项的含义和默认值见 .env.example。`);
}
