import { randomUUID } from "node:crypto";

export interface Subscription {
  type: string;
  topic: string;
}

export interface TicketClaims {
  clientId: string;
  subscriptions: readonly Subscription[];
  /** Asked for under DingTalk's own name, through the proxy. */
  byName: boolean;
}

/** Tickets for one connection each, valid for a limited machine time. */
export interface Tickets {
  issue(admission: TicketClaims): string;
  /** undefined: never issued, used before, or too old */
  redeem(ticket: string): TicketClaims | undefined;
}

/** @param lifeMs read at every issue, since the setting may change */
export function makeTickets(lifeMs: () => number): Tickets {
  const issued = new Map<string, TicketClaims & { until: number }>();
  const dropExpired = (): void => {
    for (const [ticket, { until }] of issued) {
      if (until < Date.now()) issued.delete(ticket);
    }
  };
  return {
    issue: (admission) => {
      if (issued.size > 100) dropExpired();
      const ticket = randomUUID();
      issued.set(ticket, { ...admission, until: Date.now() + lifeMs() });
      return ticket;
    },
    redeem: (ticket) => {
      const admission = issued.get(ticket);
      issued.delete(ticket);
      return admission !== undefined && Date.now() <= admission.until ? admission : undefined;
    },
  };
}
