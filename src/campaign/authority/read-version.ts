/** 第2版, 2版 or 2 at the start, and what is said after it. A number that begins the words is none: 10月8日, 1号楼. */
export function readVersion(typed: string): { version: number | undefined; rest: string } {
  const match = /^\s*(?:第\s*(\d{1,4})\s*版|(\d{1,4})\s*版|(\d{1,4})(?=$|[\s，,。；;：:]))/u.exec(typed);
  const number = match?.[1] ?? match?.[2] ?? match?.[3];
  const rest = typed
    .slice(match?.[0].length ?? 0)
    .replace(/^[\s，,。；;：:]+/u, "")
    .replace(/^(?:审批意见|意见|理由)\s*[:：为]?\s*/u, "");
  return { version: number === undefined ? undefined : Number(number), rest: rest.trim() };
}
