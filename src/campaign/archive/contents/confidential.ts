/** What people wrote to the bureau: in 存档本 only. Prefixes of the actions. */
export const CONFIDENTIAL = ["objection", "support", "feedback"];

export const isConfidential = (action: string): boolean => CONFIDENTIAL.includes(action.split(".")[0] ?? "");
