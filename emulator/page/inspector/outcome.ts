import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { textAt, unfold, valueAt } from "./json.ts";
import { isPingAnswer, kindOf } from "./kind.ts";
import type { Links } from "./links.ts";

export interface Outcome {
  word: string;
  tone: "plain" | "waiting" | "trouble";
  /** Duration; undefined while it is not finished. */
  ms?: number;
}

/** The outcome of an entry in a word. */
export function outcomeOf(entry: TrafficEntry, links: Links): Outcome {
  const kind = kindOf(entry);
  if (kind === "call") return { ...callOutcome(entry), ...msOf(entry) };
  if (kind === "ack") return { ...ackOutcome(entry), ...msOf(entry) };
  if (entry.kind === "http") return { ...postOutcome(entry), ...msOf(entry) };
  const ack = links.ackOf(entry);
  if (ack === undefined) return { word: "未应答", tone: "waiting" };
  const { word, tone } = ackOutcome(ack);
  return { word: tone === "plain" ? "已应答" : word, tone, ...msOf(ack) };
}

/** Failed, or not answered (so far). */
export const isTrouble = (entry: TrafficEntry, links: Links): boolean => outcomeOf(entry, links).tone !== "plain";

const msOf = ({ ms }: TrafficEntry): { ms?: number } => (ms === undefined ? {} : { ms });

/** The old gateway answers 200 and reports failures by `errcode`. */
function callOutcome({ status, response }: TrafficEntry): Outcome {
  if (status === undefined) return { word: "无应答", tone: "trouble" };
  if (status >= 400) return { word: `失败 ${status}`, tone: "trouble" };
  const errcode = textAt(response, "errcode");
  return errcode === "" || errcode === "0"
    ? { word: String(status), tone: "plain" }
    : { word: `失败 ${errcode}`, tone: "trouble" };
}

/** The platform takes 2xx as an acknowledgement, whatever its body. */
function postOutcome({ status }: TrafficEntry): Outcome {
  if (status === undefined) return { word: "未应答", tone: "trouble" };
  return status >= 200 && status < 300
    ? { word: "已应答", tone: "plain" }
    : { word: `应答 ${status}`, tone: "trouble" };
}

function ackOutcome(entry: TrafficEntry): Outcome {
  const { request, fault, ms } = entry;
  const code = textAt(request, "code");
  if (fault !== undefined) return { word: "应答丢失", tone: "trouble" };
  if (code !== "200") return { word: `应答 ${code}`, tone: "trouble" };
  if (isPingAnswer(entry)) return { word: code, tone: "plain" };
  if (ms === undefined) return { word: "迟到或重复", tone: "waiting" };
  const later = valueAt(unfold(valueAt(request, "data")), "status") === "LATER";
  return later ? { word: "稍后再推", tone: "waiting" } : { word: code, tone: "plain" };
}
