import { writeFile } from "node:fs/promises";
import { board } from "../cards/board.ts";
import { exportText } from "../cards/export-file.ts";

await writeFile(new URL("../cards/board.json", import.meta.url), exportText(board));
console.log("cards/board.json");
