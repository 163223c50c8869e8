import { fieldProblem } from "../fields/field-problem.ts";
import { valueText } from "../fields/field-words.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { describedField, describedKind } from "../shared/described-records.ts";
import { capital, formatDate } from "../shared/format.ts";
import { type ClauseName, clausesOf, findVerb, type Verb, valueOfWord } from "./grammar.ts";
import type { Candidate, Names } from "./names.ts";
import { endingDate, endingNumber, readDate, readNumber } from "./read-values.ts";
import type { NewRecord, Problem, Reading, SentencePart } from "./reading.ts";
import { atCommas, part, type Span, spanOf, unquoted, withoutQuoted } from "./span.ts";

/** Reads one line of quick add (docs/quick-add.md). Pure: what names mean is told by `names`. */
export function readLine(line: string, names: Names, today: string): Reading {
  const reader = new LineReader(names, today);
  const span = spanOf(line);
  if (span.text.startsWith("+")) reader.readActors(part(span, 1));
  else reader.readSentence(span);
  return reader.reading();
}

interface Clause {
  name: ClauseName;
  word: string;
  content: Span;
}

class LineReader {
  readonly #names: Names;
  readonly #today: string;
  readonly #records: NewRecord[] = [];
  readonly #sentence: SentencePart[] = [];
  readonly #problems: Problem[] = [];
  #isPending = false;

  constructor(names: Names, today: string) {
    this.#names = names;
    this.#today = today;
  }

  reading(): Reading {
    const isWhole = this.#problems.length === 0 && !this.#isPending;
    return {
      records: isWhole ? this.#records : [],
      sentence: this.#sentence,
      problems: this.#problems,
      isPending: this.#isPending,
    };
  }

  /** "+ Rotor AG, Flowsense as start-up" */
  readActors(list: Span): void {
    const entries = atCommas(list);
    if (entries.length === 0) {
      this.#refuse(list, "Type the names of new actors, separated by commas.");
      return;
    }
    this.#say("word", entries.length === 1 ? "New actor" : "New actors");
    for (const [at, entry] of entries.entries()) {
      const as = /\s+as\s+(?=[^\s])/i.exec(withoutQuoted(entry.text));
      const named = as ? part(entry, 0, as.index) : entry;
      const kindOf = as ? part(entry, as.index + as[0].length) : null;
      const name = unquoted(named.text);
      const kind = kindOf ? valueOfWord("ActorKind", kindOf.text) : "OTHER";
      if (at > 0) this.#say("word", ",");
      this.#say("name", name);
      const found = this.#names("ACTORS", name);
      if (!found) this.#isPending = true;
      else if (found.found === "one" && found.isExact)
        this.#refuse(named, `There is an actor “${found.record.label}” already.`);
      if (kindOf && !kind) this.#refuse(kindOf, `“${kindOf.text}” is no kind of actor.`);
      if (kindOf && kind) this.#value("as", valueText("ACTORS", describedField("ACTORS", "kinds")!, [kind]) ?? "");
      this.#records.push({ kind: "ACTORS", fields: { name, kinds: [kind] } });
    }
  }

  readSentence(span: Span): void {
    const found = findVerb(withoutQuoted(span.text));
    if (!found) {
      const message = span.text === "" ? "Type a sentence." : "No verb that quick add knows, such as “supplies”.";
      this.#refuse(span, message);
      return;
    }
    const { verb, word, at } = found;
    const subject = this.#find("ACTORS", part(span, 0, at));
    const { head, clauses } = divided(part(span, at + word.length), verb);
    this.#say("name", subject?.label ?? part(span, 0, at).text);
    if (verb.makes === "MOVES") {
      this.#readMove(verb, word, subject, head, clauses);
      return;
    }
    // A title may end with a date: it belongs to the response, not to the name of the move.
    const dated = verb.makes === "RESPONSES" ? endingDate(head) : { before: head, end: null };
    const numbered = verb.makes === "RESPONSES" || verb.type === "SUPPLIES" ? null : endingNumber(dated.before);
    const { object, number } = this.#object(verb, dated.before, numbered);
    this.#say("word", verb.words[0]!);
    this.#say("name", object?.label ?? (number ? numbered!.before : dated.before).text);
    const fields: Record<string, unknown> = {};
    const [first, second] = verb.isReversed ? [object, subject] : [subject, object];
    if (verb.makes === "RELATIONS") {
      Object.assign(fields, { from: first?.key, to: second?.key, type: verb.type });
      if (number) this.#number("RELATIONS", "share", number, fields, verb.type === "OWNS" ? "share" : null);
    } else if (verb.makes === "CLAIMS") {
      Object.assign(fields, { about: subject?.key, activity: object?.key, ...(verb.lead && { lead: true }) });
      if (number) this.#number("CLAIMS", "extent", number, fields, "extent");
      else this.#refuse({ ...head, from: head.to }, "Add the extent from 0 to 1, such as 0.6.");
    } else if (verb.makes === "ADOPTIONS") {
      Object.assign(fields, { actor: subject?.key, standard: object?.key, extent: 1 });
      if (number) this.#number("ADOPTIONS", "extent", number, fields, "extent");
      else this.#value("extent", valueText("ADOPTIONS", describedField("ADOPTIONS", "extent")!, 1) ?? "");
    } else {
      Object.assign(fields, { actor: subject?.key, move: object?.key });
      this.#date(dated.end, fields, clauses);
    }
    this.#readClauses(verb.makes, clauses, fields);
    this.#records.push({ kind: verb.makes, fields });
  }

  #readMove(verb: Verb, word: string, actor: Candidate | null, head: Span, clauses: readonly Clause[]): void {
    const { before, end } = endingDate(head);
    const name = unquoted(before.text);
    const title = verb.isInTitle ? `${capital(word)} ${name}` : capital(name);
    this.#say("word", verb.words[0]!);
    if (name === "") this.#refuse({ ...before, to: before.from }, "Say in a few words what the move is.");
    else this.#say("value", name);
    const fields: Record<string, unknown> = { actor: actor?.key, type: verb.type, title };
    this.#date(end, fields, clauses);
    this.#readClauses("MOVES", clauses, fields);
    this.#records.push({ kind: "MOVES", fields });
  }

  /** The object of a verb. A number at its end may be part of the name, as in "PIM 2": the name comes first. */
  #object(verb: Verb, span: Span, numbered: ReturnType<typeof endingNumber> | null) {
    const kind = verb.object!;
    if (!numbered?.end) return { object: this.#find(kind, span), number: null };
    const whole = this.#names(kind, unquoted(span.text));
    if (whole?.found === "one") return { object: whole.record, number: null };
    if (!whole) this.#isPending = true;
    return { object: this.#find(kind, numbered.before), number: numbered.end };
  }

  #readClauses(kind: RecordKind, clauses: readonly Clause[], fields: Record<string, unknown>): void {
    for (const { name, word, content } of clauses) {
      if (name === "since" || name === "until") {
        const day = readDate(content.text, this.#today);
        if (day) {
          fields[name === "since" ? "validFrom" : "validTo"] = day;
          this.#value(name, formatDate(day));
        } else this.#refuse(content, "This is no date: write it as 12 Mar 2026.");
      } else if (name === "confidence" || name === "impact" || name === "volume") {
        this.#number(kind, name, content, fields, name);
      } else if (name === "accordingTo") {
        const isItself = /^(itself|themselves)$/i.test(content.text);
        const by = isItself ? null : this.#find("ACTORS", content);
        fields.by = isItself ? fields.about : by?.key;
        this.#value("according to", isItself ? "itself" : (by?.label ?? content.text), "name");
      } else if (name === "touches") {
        const activities = this.#activities(content);
        fields.activities = activities.map(({ key }) => key);
        this.#say("word", "touches");
        for (const [at, { label }] of activities.entries()) {
          if (at > 0) this.#say("word", ",");
          this.#say("name", label);
        }
      } else if (name === "with") {
        fields.title = capital(unquoted(content.text));
        this.#value("with", unquoted(content.text));
      } else {
        fields.status = valueOfWord("ResponseStatus", word);
        this.#say("word", ",");
        this.#say("value", word.toLowerCase());
        if (content.text !== "") this.#refuse(content, "This was not understood.");
      }
    }
  }

  /** Activities divided by commas and, where the whole is none, by "and", which names contain too. */
  #activities(list: Span): Candidate[] {
    return atCommas(list).flatMap((entry) => {
      const and = /\s+and\s+/i.exec(withoutQuoted(entry.text));
      const whole = and && this.#names("ACTIVITIES", unquoted(entry.text));
      const parts =
        and && whole?.found === "none" ? [part(entry, 0, and.index), part(entry, and.index + and[0].length)] : [entry];
      return parts.flatMap((one) => this.#find("ACTIVITIES", one) ?? []);
    });
  }

  /** The date of a move or response: at the end of its sentence or of its title; today where none is typed. */
  #date(end: Span | null, fields: Record<string, unknown>, clauses: readonly Clause[]): void {
    let typed = end;
    for (const clause of clauses) {
      if (typed || (clause.name !== "with" && clause.name !== "touches")) continue;
      const ended = endingDate(clause.content);
      if (!ended.end) continue;
      typed = ended.end;
      clause.content = ended.before;
    }
    const day = typed ? readDate(typed.text.replace(/^on\s+/i, ""), this.#today) : this.#today;
    if (day === null) {
      this.#refuse(typed!, "There is no such date.");
      return;
    }
    fields.date = day;
    this.#value("on", typed ? formatDate(day) : `${formatDate(day)} (today)`);
  }

  #number(kind: RecordKind, name: string, span: Span, fields: Record<string, unknown>, word: string | null): void {
    const field = describedField(kind, name)!;
    const value = readNumber(span.text);
    const problem =
      word === null
        ? "A number is not understood here."
        : value === null
          ? `${field.label} must be a number.`
          : fieldProblem(field, value, 1);
    if (problem) {
      this.#refuse(span, problem);
      return;
    }
    fields[name] = value;
    this.#value(word!, valueText(kind, field, value) ?? String(value));
  }

  #find(kind: RecordKind, span: Span): Candidate | null {
    const { singular } = describedKind(kind);
    const name = unquoted(span.text);
    if (name === "") {
      this.#refuse(span, `The name of ${withArticle(singular)} is missing.`);
      return null;
    }
    const match = this.#names(kind, name);
    if (match?.found === "one") return match.record;
    if (!match) this.#isPending = true;
    else if (match.found === "several")
      this.#refuse(span, `Several are called so. Which ${singular} is it?`, match.candidates);
    else this.#refuse(span, `There is no ${singular} “${name}”.`, match.candidates);
    return null;
  }

  #say(role: SentencePart["role"], text: string): void {
    this.#sentence.push({ role, text });
  }

  #value(word: string, text: string, role: SentencePart["role"] = "value"): void {
    this.#say("word", word);
    this.#say(role, text);
  }

  #refuse(span: Span, message: string, candidates: readonly Candidate[] = []): void {
    this.#problems.push({ ...span, message, candidates });
  }
}

/** The object of a verb and the clauses after it. */
function divided(rest: Span, verb: Verb): { head: Span; clauses: Clause[] } {
  const found = [...withoutQuoted(rest.text).matchAll(clausesOf(verb))];
  const clauses = found.map((match, at): Clause => {
    const name = verb.clauses.find((one) => match.groups?.[one] !== undefined)!;
    const content = part(rest, match.index + match[0].length, found[at + 1]?.index ?? rest.text.length);
    return { name, word: match[0], content };
  });
  return { head: part(rest, 0, found[0]?.index ?? rest.text.length), clauses };
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
