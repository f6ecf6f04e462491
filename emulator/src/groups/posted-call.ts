/** What the calls have in common that make groups and change them. */
export const POSTED = {
  method: "POST",
  gateway: "api",
  auth: "token",
  counted: true,
  failure: "system.error",
} as const;
