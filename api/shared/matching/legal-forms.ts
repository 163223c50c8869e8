/** Legal forms, as they end the names of companies. */
const legalForms = new Set([
  ..."inc incorporated llc ltd limited plc corp corporation co company cie lp llp lllp pllc pbc".split(" "),
  ..."gmbh ag kg kgaa ohg ug ev eg se sa sas sasu sarl srl sl slu spa nv bv cv oy oyj abp ab as asa aps".split(" "),
  ..."pty pte pvt private bhd sdn kk gk kft zrt nyrt doo dd sro zoo ou oü pjsc ojsc pao ooo ooo ltda lda eireli eurl sca scrl sprl".split(
    " ",
  ),
  ..."mbh ek ky tmi osk hb kb da ans is ks amba smba bvba cvba vof spj spk bt rt ead ad eood ood uab sia tov jsc cjsc oao zao".split(
    " ",
  ),
  ..."aktiengesellschaft osakeyhtio aktiebolag genossenschaft haftungsbeschrankt sab sapi sgps tbk ehf hf ltee limitee selarl scop gie snc sapa coop sti".split(
    " ",
  ),
  ..."ооо оао зао пао ао αε επε ае בעמ".split(" "),
]);
/** Legal forms of several words or with signs inside, written as they are once signs are blanks. */
const signedForms =
  / (?:a s|s a|s a s|s l|s l u|s p a|s r l|b v|n v|k k|e v|e k|d o o|s r o|spol s r o|sp z o o|sp zoo|sp k|sp j|co kg|l l c|l l p|g m b h|m b h|s a r l|p l c|s a de c v|sa de cv|s de r l de c v|s de rl de cv|s a b de c v|sab de cv|s a p i de c v|d d|a d|e o o d|o o d|k f t|o u|a b|a g|s e|o y|o y j|α ε|ε π ε|בע מ|public limited company|kabushiki kaisha|spolka akcyjna|societe anonyme|sociedad anonima|gesellschaft mit beschrankter haftung)$/;

/** Ways to write one form. */
const sameForms = new Map(
  Object.entries({
    incorporated: "inc",
    limited: "ltd",
    ltee: "ltd",
    limitee: "ltd",
    corporation: "corp",
    company: "co",
    cie: "co",
    aktiengesellschaft: "ag",
    osakeyhtio: "oy",
    aktiebolag: "ab",
    mbh: "gmbh",
    gesellschaftmitbeschrankterhaftung: "gmbh",
    publiclimitedcompany: "plc",
    kabushikikaisha: "kk",
    spolkaakcyjna: "sa",
    societeanonyme: "sa",
    sociedadanonima: "sa",
  }),
);

/** A name in lower case, without accents and signs, and the legal forms that end it, in one way of writing each. */
export function splitLegalForm(plain: string): { rest: string; forms: string[] } {
  const forms: string[] = [];
  let rest = plain;
  for (;;) {
    const shorter = rest.replace(signedForms, "");
    const words = shorter.split(" ");
    const isForm = words.length > 1 && legalForms.has(words.at(-1)!);
    const next = isForm ? words.slice(0, -1).join(" ") : shorter;
    if (next === rest || next === "") return { rest, forms };
    if (isForm) forms.unshift(sameForm(words.at(-1)!));
    if (shorter !== rest) forms.push(sameForm(rest.slice(shorter.length).replaceAll(" ", "")));
    rest = next.replace(/ (?:and|und|et|y)$/, "");
  }
}

const sameForm = (form: string): string => sameForms.get(form) ?? form;

/** Whether two names have forms that one organisation does not have at once; “Co.” is part of many forms and tells nothing. */
export function areOtherForms(one: readonly string[], other: readonly string[]): boolean {
  const [ours, theirs] = [one, other].map((forms) => new Set(forms.filter((form) => form !== "co")));
  if (ours!.size === 0 || theirs!.size === 0) return false;
  return ours!.size !== theirs!.size || [...ours!].some((form) => !theirs!.has(form));
}
