import { originOf } from "../server/config.ts";
import { newInvite } from "../server/sessions/sessions.ts";
import { withDatabase } from "./with-database.ts";

// npm run invite -- NAME: prints a one-time link that signs its reader in under this name.
const name = process.argv.slice(2).join(" ").trim();
if (name === "" || name.length > 100) {
  console.error("Whom does the link sign in? npm run invite -- NAME (at most 100 characters)");
  process.exitCode = 1;
} else {
  try {
    await withDatabase(async (db, config) => {
      const token = await newInvite(db, name);
      console.log(`${originOf(config)}/session/${token}`);
      console.error(`It works once, for a day, and signs in ${name}.`);
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
