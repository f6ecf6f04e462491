import type { Definition } from "./definition.ts";
import type { Role } from "./schema/roles.ts";

/** The campaign's name for a role: 活动联系人, 审批领导. */
export const roleName = ({ campaign }: Definition, role: Role): string =>
  campaign.roles.find(({ id }) => id === role)?.name ?? role;
