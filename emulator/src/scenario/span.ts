import type { Span } from "../client/clock.ts";

const SPAN = /^(?=.)(?:(\d{1,4})\s*天)?\s*(?:(\d{1,4})\s*(?:个)?小时)?\s*(?:(\d{1,5})\s*分钟)?$/;

/** `1天2小时30分钟` and its parts. @returns undefined when it is not a duration or is zero */
export function readSpan(text: string): Span | undefined {
  const [whole, days, hours, minutes] = SPAN.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const span = { days: Number(days ?? 0), hours: Number(hours ?? 0), minutes: Number(minutes ?? 0) };
  return span.days + span.hours + span.minutes > 0 ? span : undefined;
}

export const spanText = ({ days = 0, hours = 0, minutes = 0 }: Span): string =>
  `${days > 0 ? `${days}天` : ""}${hours > 0 ? `${hours}小时` : ""}${minutes > 0 ? `${minutes}分钟` : ""}`;
