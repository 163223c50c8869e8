import { getDomain } from "tldts";
import { decodeUri } from "../decode-uri.ts";
import { foldText, isAscii, wordFolding } from "../fold-text.ts";
import { splitLegalForm } from "./legal-forms.ts";

/** Words that lists of members append to a name in parentheses. */
const endings =
  /^(?:(?:member|members|supporter|end[ -]?user|end[ -]?user supporter|partner|sponsor|adopter|contributor|provider|observer|founding member|associate|premier|general|platinum|gold|silver|strategic|steering|academic|non[ -]?profit|kcsp|ktp|kcd|cntp|lftp)(?:[ -](?=\S)|$))+$/i;
export const isEnding = (text: string): boolean => endings.test(text.trim());
const inParentheses = /^(.*\S)\s*\(([^()]+)\)$/;

/** A name without endings such as "(member)", and the endings. @param isShared whether many names of a file end so */
export function withoutEndings(name: string, isShared: (ending: string) => boolean = () => false): [string, string[]] {
  const found: string[] = [];
  let rest = name.trim();
  for (let match = inParentheses.exec(rest); match; match = inParentheses.exec(rest)) {
    const ending = match[2]!.trim();
    if (!isEnding(ending) && !isShared(ending.toLowerCase())) break;
    found.unshift(ending);
    rest = match[1]!;
  }
  return [rest, found];
}

/** Endings in parentheses that three or more names share: what a list appends, not an acronym of one of them. */
export function sharedEndings(names: Iterable<string>): (ending: string) => boolean {
  const stems = new Map<string, Set<string>>();
  for (const name of names) {
    const match = inParentheses.exec(name.trim());
    if (!match) continue;
    const ending = match[2]!.trim().toLowerCase();
    stems.set(ending, (stems.get(ending) ?? new Set()).add(match[1]!.toLowerCase()));
  }
  return (ending) => (stems.get(ending)?.size ?? 0) >= 3;
}

/** What tells organisations apart by name: letters and digits without accents, capitals, endings and legal forms. */
export function nameKey(name: string): string {
  return splitLegalForm(plainName(withoutEndings(name)[0])).rest || name.trim().toLowerCase();
}

// C++ and C# are other names than C.
const foldedWords = wordFolding("+#");

/** A name in lower case, without accents and signs. */
export const plainName = (name: string): string => foldedWords(isAscii(name) ? name : withoutMarks(name));

const withoutMarks = (name: string): string =>
  foldText(name)
    .replace(/\p{M}/gu, "")
    .replace(/株式会社|有限会社|股份有限公司|有限公司|주식회사/g, " ");

/** Hosts whose domain says nothing of the organisation: of code, of social networks, of papers and pages of anybody. */
const sharedDomains = new Set([
  ..."github.com github.io gitlab.com gitlab.io bitbucket.org codeberg.org codeberg.page sourceforge.net sourceforge.io gitee.com sr.ht launchpad.net savannah.gnu.org".split(
    " ",
  ),
  ..."huggingface.co npmjs.com pypi.org docker.com crates.io rubygems.org packagist.org readthedocs.io readthedocs.org gitbook.io gitbook.com".split(
    " ",
  ),
  ..."twitter.com x.com facebook.com linkedin.com youtube.com youtu.be instagram.com medium.com reddit.com discord.com discord.gg slack.com t.me telegram.org weibo.com mastodon.social bsky.app pinterest.com tiktok.com vk.com xing.com threads.net stackoverflow.com linktr.ee".split(
    " ",
  ),
  ..."crunchbase.com wikipedia.org notion.site notion.so wordpress.com blogspot.com wixsite.com weebly.com squarespace.com webflow.io netlify.app vercel.app herokuapp.com pages.dev google.com bit.ly archive.org".split(
    " ",
  ),
  ..."doi.org zenodo.org arxiv.org figshare.com researchgate.net".split(" "),
]);
/** Services of these are shared, and their own pages are not: google.com is Google's, sites.google.com is anybody's. */
const ownHosts = new Map([
  ["google.com", /^(?!sites\.|docs\.|drive\.|groups\.|code\.|play\.|forms\.|plus\.)/],
  ["docker.com", /^(?!hub\.)/],
]);

/** An address whose host is as it is read: most are, and reading an address costs more than all else here. */
const plainHost = /^https?:\/\/((?:[a-z][a-z0-9]*\.)+[a-z]{2,})(?=[/?#]|$)/;

const hostOf = (address: string): string | null =>
  plainHost.exec(address)?.[1] ?? (URL.canParse(address) ? new URL(address).hostname : null);

/** The registrable domain of an organisation's website; null where anybody may have a page, or it is no address. */
export function ownDomain(address: string | undefined): string | null {
  const host = address && hostOf(address);
  if (!host) return null;
  const domain = getDomain(host, { allowPrivateDomains: true });
  if (!domain) return null;
  const own = ownHosts.get(domain);
  if (own) return own.test(host) ? domain : null;
  // Pages below such a host, as on github.io, are a domain of their own, and no organisation's either.
  return sharedDomains.has(domain) || sharedDomains.has(getDomain(host) ?? "") ? null : domain;
}

/** Labels of a host before its domain that name no part of an organisation. */
const neutralLabels =
  /^(?:www?\d*|m|web|home|site|portal|corporate|corp|company|about|group|global|international|int|my|en|de|fr|es|it|nl|fi|se|no|dk|pl|pt|us|uk|eu|cn|jp|[a-z]{2}-[a-z]{2})$/;

/** The part of an organisation that a website names before the domain: “ise” of ise.fraunhofer.de, “” of the whole. */
export function unitOf(address: string, domain: string): string {
  const labels = new URL(address).hostname.slice(0, -domain.length).split(".");
  return labels.filter((label) => label !== "" && !neutralLabels.test(label)).join(".");
}

/** Path parts of a repository's address that are the host's, not an owner's. */
const noOwner = new Set(
  "projects project p record records pub scm git datasets spaces models r repos repo repository repositories svn cgit gitweb src source browse view package packages docs wiki doi plugins gitea explore search".split(
    " ",
  ),
);

/** The owner in a repository's address: the first part of its path, with the host that tells owners apart. */
export function repositoryOwner(address: string | undefined): { id: string; name: string } | null {
  if (!address) return null;
  const { hostname, pathname } = new URL(address);
  const first = pathname.split("/")[1] ?? "";
  const name = decodeUri(first)
    .replace(/^~|\.git$/g, "")
    .trim();
  if (name === "" || name.length > 300 || noOwner.has(name.toLowerCase()) || /\.(html?|php|cgi|git)$/i.test(name))
    return null;
  return { id: `${hostname.replace(/^www\./, "")}/${name.toLowerCase()}`, name };
}

/** What a Crunchbase address names; null where it is none of an organisation. */
export function crunchbaseName(address: string): string | null {
  const { hostname, pathname } = new URL(address);
  if (!/(^|\.)crunchbase\.com$/.test(hostname)) return null;
  const [kind, name] = pathname.toLowerCase().split("/").filter(Boolean);
  return name && /^(organization|company)$/.test(kind!) ? name : null;
}
