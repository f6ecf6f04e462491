import { randomBytes } from "node:crypto";

/** How the old gateway's contacts answer. */
export const oapiResult = (result: object): object => ({
  errcode: 0,
  errmsg: "ok",
  request_id: randomBytes(6).toString("hex"),
  result,
});
