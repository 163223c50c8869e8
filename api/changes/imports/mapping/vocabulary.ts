import type { RecordKind } from "../../../../cypher/model/document.ts";
import { wordFolding } from "../../../shared/fold-text.ts";

/** Languages whose words are known in headers, months, countries and answers. */
export const languages = ["en", "de", "fi", "fr", "es"] as const;

/** A text for comparing: folded, letters and digits only, in single words. */
export const fold = wordFolding("%");

const words = (list: string): ReadonlySet<string> => new Set(list.split("|").map(fold));

const yes = words(
  "yes|y|x|1|true|ja|j|kyllä|k|oui|o|si|sí|s|wahr|vrai|tosi|verdadero|ok|check|checked|available|included|full",
);
const no = words("no|n|0|false|nein|ei|non|falsch|faux|epätosi|falso|none|not available");
const yesSigns = /^[✓✔☑✅●■◼⬤⚫•+]$|^\(x\)$|^\[x\]$/iu;
const noSigns = /^[✗✘☐❌○□◻–—-]$|^\[ \]$/u;

export const isYes = (text: string): boolean => yesSigns.test(text.trim()) || yes.has(fold(text));
export const isNo = (text: string): boolean => noSigns.test(text.trim()) || no.has(fold(text));

/** Signs for a part of the whole, as comparisons draw them. */
const partSigns: Readonly<Record<string, number>> = { "◔": 0.25, "◐": 0.5, "◑": 0.5, "◒": 0.5, "◓": 0.5, "◕": 0.75 };
export const partOf = (text: string): number | undefined => partSigns[text];

/** Texts that tables write for what is not known. */
const unknownTexts = words(
  "n/a|na|nan|null|unknown|unbekannt|tuntematon|inconnu|desconocido|tbd|tba|k.a.|keine angabe|no data|not known",
);
const longestUnknown = Math.max(...[...unknownTexts].map((text) => text.length));
const unknownInitials = new Set([...unknownTexts].flatMap(([initial]) => [initial!, initial!.toUpperCase()]));
/** Most cells are told at once: by a letter or digit, or by a length that signs and accents do not give such a word. */
export const isUnknown = (text: string): boolean =>
  text.length <= 2 * longestUnknown &&
  (unknownInitials.has(text[0]!) || !/^[a-z0-9]/i.test(text)) &&
  isUnknownWord(text);
const isUnknownWord = (text: string): boolean =>
  /^[-–—?.]+$/.test(text.trim()) || /^#N\/A$/i.test(text.trim()) || unknownTexts.has(fold(text));

/** Country codes by name in the known languages, and by the names that lists use besides. */
const countries = new Map<string, string>();
for (const language of languages) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      const name = names.of(code);
      // Codes of the past, such as DD, are those of today in canonical form.
      const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      if (
        name &&
        name !== code &&
        isCurrent &&
        !/^(?:EU|EZ|UN|QO|XA|XB|ZZ|UK)$/.test(code) &&
        !countries.has(fold(name))
      )
        countries.set(fold(name), code);
    }
}
const otherNames =
  "US:usa|u s a|united states of america|u s|america;GB:uk|u k|great britain|england|scotland|wales;KR:korea|republic of korea;CZ:czech republic|tschechische republik;NL:holland|the netherlands;RU:russian federation;TR:turkey|turkei|turquie|turquia;TW:taiwan r o c;CN:p r china|pr china;VN:viet nam;IR:islamic republic of iran;AE:uae|u a e;BA:bosnia";
for (const entry of otherNames.split(";")) {
  const [code, names] = entry.split(":") as [string, string];
  for (const name of names.split("|")) countries.set(fold(name), code);
}
const codes = new Set(countries.values());
const longCodes: Readonly<Record<string, string>> = {
  ...{ USA: "US", GBR: "GB", DEU: "DE", GER: "DE", FIN: "FI", SWE: "SE", NOR: "NO", DNK: "DK", FRA: "FR", ESP: "ES" },
  ...{ ITA: "IT", NLD: "NL", BEL: "BE", AUT: "AT", CHE: "CH", SUI: "CH", POL: "PL", CZE: "CZ", CHN: "CN", JPN: "JP" },
  ...{ KOR: "KR", IND: "IN", BRA: "BR", CAN: "CA", MEX: "MX", AUS: "AU", RUS: "RU", TUR: "TR", PRT: "PT", IRL: "IE" },
};

/** Codes on cars, where they are a single letter: lists of addresses have them before the town. */
const carCodes: Readonly<Record<string, string>> = {
  ...{ A: "AT", B: "BE", D: "DE", E: "ES", F: "FR", H: "HU", I: "IT", J: "JP", L: "LU", N: "NO", P: "PT", S: "SE" },
};

/** The code of a country by its name in any of the known languages, or by its code. */
export function countryCode(text: string): string | null {
  const plain = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(plain)) return plain === "UK" ? "GB" : codes.has(plain) ? plain : null;
  return longCodes[plain] ?? carCodes[plain] ?? countries.get(fold(text)) ?? null;
}

/** Words for the values of enumerations, besides their own. */
const enumSynonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ActorKind: {
    MANUFACTURER: "maker|oem|producer|hersteller|valmistaja|fabricant|fabricante|equipment manufacturer",
    CUSTOMER:
      "client|buyer|end user|user|adopter|kunde|asiakas|cliente|operator|betreiber|customers|clients|endkunde|kunden|abnehmer|anwender|loppuasiakas|kayttaja|utilisateur|exploitant|usuario",
    SOFTWARE_PROVIDER:
      "vendor|software|software vendor|software company|isv|saas|softwareanbieter|ohjelmistotoimittaja|editeur de logiciels|platform vendor|software house",
    ANALYST: "analytics|data analytics|analytics firm|analyst|data company|analyse|analytiikka",
    START_UP: "startup|start up|scaleup|scale up|jeune pousse|kasvuyritys",
    SERVICE_PROVIDER:
      "service|services|service company|consultant|consultancy|consulting|integrator|system integrator|partner|distributor|dienstleister|palveluntarjoaja|prestataire|proveedor de servicios|logistics",
    TECHNOLOGY_FIRM:
      "technology|tech|technology company|technology provider|telco|telecom|platform|cloud provider|technologieunternehmen|teknologiayritys",
    STANDARDS_BODY:
      "standards organisation|standards organization|standardisation body|sdo|association|consortium|normungsorganisation|normungsgremium|normungsverband|normenausschuss|verband|standardointijarjesto|organisme de normalisation|organismo de normalizacion",
    OTHER: "university|research|research institute|government|authority|ngo|public|investor|andere|muu|autre|otro",
  },
  RelationType: {
    SUPPLIES:
      "supplier|supplier of|supplies to|sells to|delivers|delivers to|vendor of|provides to|provider of|liefert|liefert an|toimittaa|fournit|suministra|supply|beliefert|verkauft an|lieferant|lieferant von|anbieter von|myy|toimittaja|fournisseur|fournisseur de|livre|vend a|proveedor|proveedor de|vende a",
    PARTNERS_WITH:
      "partner|partner of|partners|partnership|alliance|collaborates|collaborates with|cooperates with|works with|kooperiert|partnerschaft|kumppani|kumppanuus|partenaire|partenariat|socio|ally|partner with|partnered with|cooperation|zusammenarbeit|partner von|allianz|yhteistyo|partenaire de|collabore avec|socio de|colabora con|alianza",
    OWNS: "owner|owner of|parent|parent of|holds|shareholder|shareholder of|besitzt|omistaa|possede|posee|invests in|investor in|investor|acquired|controls|eigentumer|eigentumer von|mutter|muttergesellschaft|beteiligt an|halt anteile an|omistaja|emoyhtio|proprietaire|proprietaire de|maison mere|propietario|propietario de|matriz",
    COMPETES_WITH:
      "competitor|competitor of|competes|competition|rival|rivals|wettbewerber|konkurriert|kilpailija|kilpailee|concurrent|competidor|competing with|wettbewerber von|konkurrent|konkurrenz|konkurriert mit|kilpailee kanssa|concurrence|concurrent de|compite con|competidor de",
    DEPENDS_ON:
      "depends|dependent on|dependency|relies on|uses|requires|hangt ab|riippuu|depend de|depende de|needs|hangt ab von|abhangig von|nutzt|benotigt|kayttaa|utilise|usa|utiliza|requiere",
  },
  StandardStatus: {
    PUBLISHED: "in force|active|approved|final",
    DRAFT: "in draft|under development",
    PROPOSED: "proposal|planned",
    WITHDRAWN: "obsolete|retired",
  },
  OfferingType: {
    SOFTWARE: "platform|app|application|saas",
    PRODUCT: "device|hardware|machine|equipment",
    BASIC_SERVICE: "service|maintenance|repair",
    ADVANCED_SERVICE: "outcome|solution",
  },
  MoveType: {
    LAUNCH: "product launch|new product|release",
    ACQUISITION: "acquires|takeover|m a|merger",
    PARTNERSHIP: "alliance|partners",
    ENTRY: "market entry|enters",
    EXPANSION: "expands|investment",
    HIRING: "recruitment|hires",
    EXIT: "exits|divestment|withdrawal",
    PRICING: "price|price cut",
  },
};

/** Words that say a relation the other way round: the first is supplied by, owned by … the second. */
const reversedTypes: Readonly<Record<string, string>> = {
  SUPPLIES:
    "supplied by|is supplied by|buys from|customer|customer of|purchases from|client|client of|sourced from|beliefert von|kauft von|kunde|kunde von|ostaa|asiakas|client de|cliente de|achete a|compra a",
  OWNS: "owned by|is owned by|subsidiary|subsidiary of|part of|belongs to|daughter of|tochter|tochter von|gehort zu|tytaryhtio|filiale de|filial de|acquired by|controlled by",
  DEPENDS_ON: "is depended on by|enables|supports|used by",
};

const inverted = (table: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([value, list]) => list.split("|").map((word) => [fold(word), value] as const)),
  );
const synonymsOf = new Map(Object.entries(enumSynonyms).map(([name, table]) => [name, inverted(table)]));
const reversedOf = inverted(reversedTypes);

/** The value of an enumeration that a word means, besides its own words. */
export const synonymOf = (name: string, text: string): string | undefined => synonymsOf.get(name)?.get(fold(text));

/** The type of relation that a word says the other way round. */
export const reversedType = (text: string): string | undefined => reversedOf.get(fold(text));

/** Names of sheets and lists that say what their rows are. */
const kindWords: Partial<Record<RecordKind | "ecosystem", string>> = {
  actors:
    "actors|actor|firms|firm|companies|company|organisations|organizations|organisation|nodes|elements|stakeholders|members|suppliers|customers|vendors|competitors|partners|unternehmen|firmen|lieferanten|kunden|akteure|yritykset|toimijat|toimittajat|asiakkaat|entreprises|acteurs|fournisseurs|empresas|actores|proveedores|identities|accounts",
  relations:
    "relations|relationships|relation|edges|links|connections|beziehungen|suhteet|relaciones|liens|supply|deliveries|ownership|partnerships",
  claims: "claims|positions|capabilities matrix|features|positionen",
  activities: "activities|functions|aktivitaten|toiminnot|activites|actividades|aktiviteetit",
  offerings: "offerings|products|services|produkte|tuotteet|produits|productos|solutions",
  standards: "standards|norms|normen|standardit|normes|normas",
  moves: "moves|events|news|actions",
  topics: "topics|questions|themen|aiheet|fragen",
  stances: "stances|answers|responses survey|survey|umfrage|kysely",
  capabilities: "capabilities|skills|fahigkeiten|kyvykkyydet",
  evidence: "evidence|sources|quellen|lahteet|references|reports",
};
const kindByWord = new Map(
  Object.entries(kindWords).flatMap(([kind, list]) =>
    list.split("|").map((word) => [fold(word), kind as RecordKind] as const),
  ),
);
export const kindOfName = (name: string): RecordKind | undefined => kindByWord.get(fold(name));
