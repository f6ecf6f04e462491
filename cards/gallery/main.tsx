import { render } from "preact";
import { templates } from "../templates.ts";
import { Gallery } from "./gallery.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("gallery.html has no #root");
render(<Gallery own={templates} />, root);
