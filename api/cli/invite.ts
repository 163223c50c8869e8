import { parseArgs } from "node:util";
import { originOf } from "../server/config.ts";
import { newInvite } from "../server/sessions/sessions.ts";
import { withDatabase } from "./with-database.ts";

// npm run invite -- NAME [--reader]: prints a one-time link that signs in a person with this name.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { reader: { type: "boolean" } } });
const name = positionals.join(" ").trim();
if (name === "" || name.length > 100) {
  console.error("Usage: npm run invite -- NAME [--reader] (up to 100 characters)");
  process.exitCode = 1;
} else {
  try {
    await withDatabase(async (db, config) => {
      const role = values.reader ? "reader" : "editor";
      const token = await newInvite(db, name, role);
      console.log(`${originOf(config)}/session/${token}`);
      if (config.publicUrl === undefined)
        console.error(
          "The address is this machine's own: where the server has a PUBLIC_URL, a HOST or a PORT, set the same here.",
        );
      console.error(`The link signs in ${name} as ${role}. It works once and expires after one day.`);
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
