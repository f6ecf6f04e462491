/** Common properties of calls that create and change groups. */
export const POSTED = {
  method: "POST",
  gateway: "api",
  auth: "token",
  counted: true,
  failure: "system.error",
} as const;
