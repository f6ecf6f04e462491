import pg from "pg";
import { Prisma } from "../generated/client.ts";

const { builtins } = pg.types;
const arrayOf = (oid: number): ((text: string) => unknown[]) => pg.types.getTypeParser(oid, "text") as never;
const INT8_ARRAY = 1016;
const TIMESTAMPTZ_ARRAY = 1185;
const TEXT_ARRAY = 1009;

/** Sessions are in UTC: `2023-08-10 01:00:00.123+00`; bytes come as `\x00ff`. */
const dateOf = (text: string): Date => new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`);
const textsOf = arrayOf(TEXT_ARRAY);

/** Values as Prisma's client gives them. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  [builtins.TIMESTAMPTZ]: dateOf,
  [builtins.TIMESTAMP]: (text) => new Date(`${text.replace(" ", "T")}Z`),
  [builtins.DATE]: (text) => new Date(text),
  [builtins.BYTEA]: (text) => {
    const { buffer, byteOffset, length } = Buffer.from(text.slice(2), "hex");
    return new Uint8Array(buffer, byteOffset, length);
  },
  [builtins.NUMERIC]: (text) => new Prisma.Decimal(text),
  [INT8_ARRAY]: (text) => textsOf(text).map((one) => (one === null ? null : BigInt(String(one)))),
  [TIMESTAMPTZ_ARRAY]: (text) => textsOf(text).map((one) => (one === null ? null : dateOf(String(one)))),
};

export const valueTypes = {
  getTypeParser: (oid: number, format?: string): ((text: string) => unknown) =>
    PARSERS[oid] ?? (pg.types.getTypeParser(oid, format as "text") as (text: string) => unknown),
} as pg.CustomTypesConfig;

/** A parameter as it is sent: moments in UTC, whatever the machine's time zone. */
export const parameterOf = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(parameterOf);
  return value ?? null;
};
