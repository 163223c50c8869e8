import type { ImportIssue } from "../issue.ts";

/** Things of one sort that an import made, matched, mended or left out; each entry has its place in the file. */
export interface AccountGroup {
  what: string;
  entries: ImportIssue[];
}

/** What became of everything in a file. */
export interface Account {
  made: AccountGroup[];
  matched: AccountGroup[];
  mended: AccountGroup[];
  leftOut: AccountGroup[];
}

export const emptyAccount = (): Account => ({ made: [], matched: [], mended: [], leftOut: [] });

/** Keeps account while a file is read, so that nothing is dropped in silence. */
export class AccountKeeper {
  readonly account = emptyAccount();
  private readonly groups = new Map<string, AccountGroup>();
  /** Groups of which each entry is a warning; of the others there is one warning with their number. */
  private readonly told = new Set<AccountGroup>();

  /** The same account, to go on with apart from this one. */
  copy(): AccountKeeper {
    const copy = new AccountKeeper();
    for (const part of Object.keys(this.account) as (keyof Account)[])
      for (const group of this.account[part]) {
        const same = { what: group.what, entries: [...group.entries] };
        copy.account[part].push(same);
        copy.groups.set(`${part} ${group.what}`, same);
        if (this.told.has(group)) copy.told.add(same);
      }
    return copy;
  }

  made(what: string, path: string, message: string): void {
    this.add("made", what, path, message);
  }

  matched(what: string, path: string, message: string, isTold = false): void {
    this.add("matched", what, path, message, isTold);
  }

  mended(what: string, path: string, message: string, isTold = false): void {
    this.add("mended", what, path, message, isTold);
  }

  leftOut(what: string, path: string, message: string, isTold = false): void {
    this.add("leftOut", what, path, message, isTold);
  }

  private add(part: keyof Account, what: string, path: string, message: string, isTold = false): void {
    const name = `${part} ${what}`;
    let group = this.groups.get(name);
    if (!group) {
      group = { what, entries: [] };
      this.groups.set(name, group);
      this.account[part].push(group);
    }
    if (isTold) this.told.add(group);
    group.entries.push({ path, message });
  }

  /** Everything mended or left out and every doubtful match, each or by the number of its group. */
  warnings(): ImportIssue[] {
    const { matched, mended, leftOut } = this.account;
    const counted = (word: string) => (group: AccountGroup) => {
      const { what, entries } = group;
      if (this.told.has(group)) return entries;
      const place = entries.length > 1 ? ", the first of them here." : ".";
      return [{ path: entries[0]!.path, message: `${what}: ${entries.length.toLocaleString("en")} ${word}${place}` }];
    };
    return [
      ...mended.flatMap(counted("mended")),
      ...matched.filter((group) => this.told.has(group)).flatMap(({ entries }) => entries),
      ...leftOut.flatMap(counted("left out")),
    ];
  }
}
