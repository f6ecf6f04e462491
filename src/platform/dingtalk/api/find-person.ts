import { userByMobileResponseSchema, userGetResponseSchema } from "dingtalk-payloads";
import { type StaffId, staffId } from "../../../shared/brand.ts";
import { type Api, ApiRefusedError } from "./call.ts";

export interface PersonInDingTalk {
  staffId: StaffId;
  /** Id of the person in the to-do and calendar APIs. */
  unionId: string | undefined;
  name: string;
  title: string | undefined;
  active: boolean;
}

const NOT_FOUND = new Set(["60121", "33012"]);

/** Undefined if the platform finds nobody. */
async function orNotFound<Found>(search: Promise<Found>): Promise<Found | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof ApiRefusedError && NOT_FOUND.has(error.reason.split(" ")[0] ?? "")) return undefined;
    throw error;
  }
}

export async function findPerson(api: Api, person: StaffId): Promise<PersonInDingTalk | undefined> {
  const request = { gateway: "oapi", method: "POST", api: "/topapi/v2/user/get", free: true } as const;
  const answer = await orNotFound(api.call({ ...request, body: { userid: person } }, userGetResponseSchema));
  if (answer === undefined) return undefined;
  const { userid, unionid, name, title, active } = answer.result;
  return { staffId: staffId(userid), unionId: unionid, name, title, active: active ?? true };
}

export async function findPersonByMobile(api: Api, mobile: string): Promise<StaffId | undefined> {
  const request = { gateway: "oapi", method: "POST", api: "/topapi/v2/user/getbymobile", free: true } as const;
  const answer = await orNotFound(api.call({ ...request, body: { mobile } }, userByMobileResponseSchema));
  return answer === undefined ? undefined : staffId(answer.result.userid);
}
