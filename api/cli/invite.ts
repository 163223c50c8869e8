import { originOf } from "../server/config.ts";
import { newInvite } from "../server/sessions/sessions.ts";
import { withDatabase } from "./with-database.ts";

// npm run invite -- NAME: prints a one-time link that signs in a person with this name.
const name = process.argv.slice(2).join(" ").trim();
if (name === "" || name.length > 100) {
  console.error("Usage: npm run invite -- NAME (up to 100 characters)");
  process.exitCode = 1;
} else {
  try {
    await withDatabase(async (db, config) => {
      const token = await newInvite(db, name);
      console.log(`${originOf(config)}/session/${token}`);
      if (config.publicUrl === undefined && ["0.0.0.0", "::"].includes(config.host))
        console.error("The address is this machine's own: set PUBLIC_URL to the one that others open.");
      console.error(`The link signs in ${name}. It works once and expires after one day.`);
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
