import type { Page } from "playwright-core";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { watchEvents } from "./shown.ts";
import { settled, type WebStage } from "./stage.ts";

export const size = { rows: 200, columns: 60 };

const name = (word: string, at: number) => `${word} ${String(at).padStart(3, "0")}`;

/** Actors and activities of which every second cell of the grid is a claim with evidence or without. */
export function gridDocument(key: string): EcosystemDocument {
  const actors = Array.from({ length: size.rows }, (_, at) => ({
    key: `a${at}`,
    name: name("Firm", at),
    kinds: ["MANUFACTURER" as const],
  }));
  const activities = Array.from({ length: size.columns }, (_, at) => ({ key: `j${at}`, name: name("Work", at) }));
  const claims = actors.flatMap((actor, row) =>
    activities.flatMap((activity, column) =>
      (row + column) % 2 === 0
        ? []
        : [
            {
              by: actor.key,
              about: actor.key,
              activity: activity.key,
              extent: ((row + column) % 10) / 10,
              ...(row % 3 === 0 && { evidence: ["report"], confidence: 0.5 }),
            },
          ],
    ),
  );
  const evidence = [{ key: "report", title: "Annual report" }];
  return { format: "ecosystem/1", ecosystem: { key, name: "A large grid" }, evidence, actors, activities, claims };
}

/** Imports the large grid, and opens it in the person's browser with its first cell active. */
export async function openGrid(stage: WebStage, key: string): Promise<Page> {
  await stage.store(gridDocument(key));
  const page = await stage.page();
  await watchEvents(page);
  await page.goto(`${stage.origin}/e/${key}/grids?view=own`);
  await page.getByText(`${size.rows} rows, ${size.columns} columns.`).waitFor({ timeout: 60_000 });
  await settled(page);
  await page.locator(cellAt({ row: 0, column: 0 })).click();
  return page;
}

export interface CellPlace {
  row: number;
  column: number;
}

/** The first row is that of the headings, and the first column that of the names. */
export const cellAt = ({ row, column }: CellPlace): string =>
  `[role=row][aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"]`;

/** Expressions of the page: what is to be seen after a key. */
export const isActive = (place: CellPlace): string =>
  `document.activeElement === document.querySelector('${cellAt(place)}')`;
export const isInEditor = (text: string): string =>
  `document.activeElement?.matches("input.grid-editor") && document.activeElement.value === ${JSON.stringify(text)}`;
export const stands = (place: CellPlace, text: string): string =>
  `document.querySelector('${cellAt(place)} .grid-cell')?.firstChild?.textContent === ${JSON.stringify(text)}`;
