import type { Database } from "../../../cypher/database.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { readNamed } from "../../../cypher/records/read-named.ts";
import { Conflict, NotFound } from "../../shared/domain-errors.ts";
import { type ChangeRequest, changeEcosystem } from "../change-ecosystem.ts";

interface RemoveTag extends ChangeRequest {
  /** Key of the rival. */
  actor: string;
  /** Key of the firm from whose point of view it is tagged. */
  focal: string;
  /** Label of a free tag; absent for a tag with a competitor type. */
  label?: string | undefined;
  /** Date of the tag that the caller has read; a newer tag is a conflict. */
  at?: string | undefined;
}

/** Removes a tag. The inferred competitor type applies again; the change log keeps the tag's content. */
export function removeTag(db: Database, request: RemoveTag): Promise<{ revision: number }> {
  return changeEcosystem(db, "removeTag", request, async (tx) => {
    const { ecosystem, actor, focal, label, at } = request;
    const named = { actor, focal, ...(label !== undefined && { label }) };
    const key = identityOf("tags", named);
    const [tag] = await readNamed(tx, ecosystem, "tags", [key]);
    const what = label === undefined ? "no tag with a type" : `no tag "${label}"`;
    if (!tag)
      throw new NotFound(`There is ${what} on "${actor}" for the focal firm "${focal}". It may have been removed.`);
    if (at !== undefined && at !== tag.at)
      throw new Conflict(
        `${tag.by ?? "Someone"} has changed the tag on "${actor}" since you read it. Check it before you remove it.`,
        {
          current: tag,
          yours: { ...named, at },
        },
      );
    return { answer: {}, records: [{ kind: "tags", key, before: tag, after: null }] };
  });
}
