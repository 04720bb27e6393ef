import { app, auth, ui } from "./app.ts";
import { collection } from "./collection.ts";
import { editor } from "./editor.ts";
import { mediaLibrary } from "./media.ts";
import { workflow } from "./workflow.ts";

/** Every phrase of Decap in Vietnamese; Decap's own `vi` knows about two thirds of them. */
export const vietnamese = { auth, app, collection, editor, mediaLibrary, ui, workflow };
