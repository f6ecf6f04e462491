/** What people may write or send, by accident or not, and what is left of it in a document. */
export const BAD_TEXTS: readonly (readonly [what: string, text: string, kept: string])[] = [
  ["a formula that starts a program", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ["a formula's sign of full width", "＋1", "＋1"],
  ["a sign, and a sign behind a tab", "@SUM(A1)\t-1", "@SUM(A1)\t-1"],
  ["control characters", "镜湖\u0000\u0008\u001f春天\ufffe\uffff", "镜湖春天"],
  ["an address of 5,000 characters", "绍兴市".padEnd(5_000, "越城区"), "绍兴市".padEnd(5_000, "越城区")],
  ["a name with characters of four bytes", "𠮷田𡋾苑", "𠮷田𡋾苑"],
  ["half of such a character", "田\ud842园", "田园"],
  ["what looks like XML", '</w:t></w:r><w:r a="1">&lt;&#0;', '</w:t></w:r><w:r a="1">&lt;&#0;'],
  ["what looks like a field", "{{标题}}{{#名单}}", "{{标题}}{{#名单}}"],
  ["what Excel decodes", "_x0000__x003D_1", "_x0000__x003D_1"],
];
