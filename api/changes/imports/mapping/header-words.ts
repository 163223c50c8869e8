import type { RecordKind } from "../../../../cypher/model/document.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { fold } from "./vocabulary.ts";

/**
 * Words of headers for the fields of each kind of record, in the languages that are known, besides each field's own label
 * and name. A new word is a word more here.
 */
const fact = {
  validFrom:
    "valid from|from date|since|start|start date|begin|beginn|startdatum|anfang|seit|gultig ab|von datum|alkaen|alku|alkupvm|depuis|debut|date de debut|desde|inicio|founded on",
  validTo: "valid to|until|end|end date|enddatum|bis|gultig bis|ende|asti|loppu|paattyy|jusqu a|fin|date de fin|hasta",
  confidence: "confidence|certainty|sicherheit|luottamus|varmuus|confiance|confianza",
  evidence: "evidence|source|sources|quelle|quellen|lahde|lahteet|reference|references|fuente|fuentes",
};
const named = {
  key: "key|id|identifier|code|schlussel|tunnus|cle|clave",
  name: "name|title|label|bezeichnung|nimi|nom|nombre|titel",
  description:
    "description|notes|note|comment|comments|summary|about|beschreibung|bemerkung|kommentar|kuvaus|huomautus|descripcion|remarques|comentarios|details",
};
const website =
  "website|web|url|homepage|web site|link|internet|webseite|webside|verkkosivu|kotisivu|www|site web|site|sitio web|pagina web|domain";
const labels =
  "labels|tags|tag|category|categories|keywords|kategorie|kategorien|schlagworte|tunnisteet|luokka|kategoria|etiquettes|categorie|categoria|etiquetas|segment|sector|industry|branche|toimiala";
const actor =
  "actor|company|firm|organisation|organization|stakeholder|vendor|unternehmen|firma|akteur|yritys|toimija|organisaatio|entreprise|societe|acteur|empresa|respondent|name";

const headerWords: Partial<Record<RecordKind, Readonly<Record<string, string>>>> = {
  actors: {
    ...named,
    ...fact,
    name: `${named.name}|${actor}|company name|firm name|supplier|customer|competitor|partner|member|lieferant|kunde|firmenname|unternehmensname|yrityksen nimi|toimittaja|asiakas|fournisseur|client|proveedor|cliente|raison sociale|element|node`,
    kinds:
      "kinds|kind|type|types|role|roles|category of actor|actor type|company type|art|typ|rolle|tyyppi|rooli|genre|tipo|rol",
    country:
      "country|country code|nation|land|staat|maa|pays|pais|hq country|headquarters country|location|sitz|kotimaa",
    founded:
      "founded|founded in|year founded|founding year|established|gegrundet|grundungsjahr|perustettu|perustamisvuosi|fondee|annee de creation|fundada|ano de fundacion|inception",
    employees:
      "employees|number of employees|headcount|staff|fte|mitarbeiter|mitarbeiterzahl|beschaftigte|henkilosto|tyontekijat|henkilomaara|effectif|employes|salaries|empleados|plantilla",
    website,
    aliases:
      "aliases|alias|other names|also known as|aka|short name|former name|kurzname|weitere namen|muut nimet|lyhenne|autres noms|otros nombres|acronym",
    labels,
  },
  relations: {
    ...fact,
    from: "from|source|supplier|seller|vendor|provider|parent|owner|shareholder|investor|von|quelle|lieferant|anbieter|muttergesellschaft|eigentumer|lahettaja|toimittaja|omistaja|fournisseur|vendeur|proprietaire|proveedor|vendedor|propietario|company|firm|firma|unternehmen|yritys|actor|entreprise|empresa|element 1|actor 1|company a|subject",
    to: "to|target|customer|buyer|client|subsidiary|owned|investee|dependency|nach|an|ziel|kunde|abnehmer|tochtergesellschaft|tochter|vastaanottaja|asiakas|tytaryhtio|destinataire|acheteur|filiale|cliente|comprador|filial|partner|competitor|kumppani|kilpailija|wettbewerber|element 2|actor 2|company b|object",
    type: "type|relation|relationship|relation type|relationship type|kind|link type|edge type|beziehung|beziehungstyp|art der beziehung|suhde|suhteen tyyppi|relacion|tipo de relacion|type de relation|connection type",
    volume:
      "volume|amount|value|quantity|sales|revenue|turnover|spend|purchase volume|weight|strength|volumen|menge|umsatz|einkaufsvolumen|betrag|wert|maara|volyymi|ostot|liikevaihto|arvo|montant|quantite|chiffre d affaires|importe|cantidad|ventas",
    share:
      "share|stake|ownership|holding|percentage|anteil|beteiligung|osuus|omistusosuus|part|participation|participacion|% owned|ownership %|stake %",
  },
  claims: {
    ...fact,
    by: "by|claimed by|says|according to|laut|mukaan|selon|segun",
    about: `about|${actor}|supplier|provider|lieferant|anbieter`,
    activity:
      "activity|task|function|feature|capability|aktivitat|tatigkeit|funktion|toiminto|tehtava|activite|tache|actividad|tarea|role",
    extent: "extent|degree|level|score|coverage|share|umfang|grad|aste|laajuus|taso|etendue|degre|alcance|grado|value",
    lead: "lead|leads|leader|responsible|fuhrt|federfuhrend|verantwortlich|johtaa|vastuu|dirige|lidera|responsable",
  },
  activities: {
    ...named,
    ...fact,
    name: `${named.name}|activity|task|function|aktivitat|toiminto|activite|actividad`,
    layer: "layer|level|ebene|schicht|taso|kerros|couche|capa",
    required: "required|mandatory|erforderlich|pakollinen|obligatoire|obligatorio",
    importance: "importance|priority|weight|wichtigkeit|prioritat|tarkeys|importancia",
    serviceness: "serviceness|service share",
  },
  offerings: {
    ...named,
    ...fact,
    name: `${named.name}|offering|product|service|product name|produkt|leistung|tuote|palvelu|produit|producto|servicio`,
    provider:
      "provider|vendor|company|supplier|organisation|organization|offered by|manufacturer|anbieter|hersteller|toimittaja|valmistaja|fournisseur|proveedor|empresa|firma",
    type: "type|offering type|kind|art|tyyppi|tipo",
    activities: "activities|activity|functions|aktivitaten|toiminnot|activites|actividades",
    contract: "contract|contract type|vertrag|sopimus|contrat|contrato",
    value: "value|customer value|benefit|nutzen|hyoty|valeur|valor",
    website,
    labels,
  },
  standards: {
    ...named,
    ...fact,
    key: "key|id|identifier",
    name: `${named.name}|standard|norm|norme|norma`,
    code: "code|number|designation|nummer|numero",
    status: "status|stage|tila|estado|etat",
    body: "body|organisation|organization|sdo|publisher|herausgeber|julkaisija",
    domain: "domain|area|field|bereich|ala|domaine|ambito",
  },
  adoptions: {
    ...fact,
    actor,
    standard: "standard|norm|norme|norma",
    extent: "extent|degree|adoption|level|umfang|aste",
  },
  actorCapabilities: {
    ...fact,
    actor,
    capability: "capability|skill|competence|fahigkeit|kyvykkyys|competence|capacidad",
    level: "level|score|degree|niveau|taso|nivel|grad",
  },
  topics: {
    ...named,
    name: `${named.name}|topic|question|thema|frage|aihe|sujet|tema`,
    question: "question|statement|frage|kysymys|pregunta",
  },
  stances: {
    ...fact,
    actor,
    topic: "topic|question|statement|thema|frage|aihe|kysymys|sujet|tema|pregunta",
    position: "position|answer|rating|score|response|antwort|bewertung|vastaus|arvio|reponse|respuesta",
    salience: "salience|importance|weight|wichtigkeit|tarkeys|importancia",
  },
  moves: {
    ...fact,
    key: named.key,
    title: "title|headline|move|event|titel|otsikko|titre|titulo|what|name",
    description: named.description,
    actor: `${actor}|competitor|who|rival`,
    date: "date|day|when|datum|pvm|paivamaara|fecha|published",
    type: "type|kind|category|art|tyyppi|tipo",
    activities: "activities|activity|affects",
    impact: "impact|importance|severity|wirkung|vaikutus|impacto",
  },
  capabilities: { ...named, name: `${named.name}|capability|skill|fahigkeit|kyvykkyys` },
  evidence: {
    key: named.key,
    title: "title|name|source|document|titel|otsikko|titre|titulo",
    publisher: "publisher|author|herausgeber|julkaisija|editeur|editor",
    url: "url|address|link|website|adresse|osoite",
    publishedOn: "published|date|publication date|datum|julkaistu",
    excerpt: "excerpt|quote|note|summary|zitat|ote",
    reliability: "reliability",
    credibility: "credibility",
  },
  agreements: { ...fact, provider: "provider|supplier|anbieter", customer: "customer|client|kunde|asiakas" },
  installations: {
    ...fact,
    customer: "customer|site owner|operator|kunde|asiakas|client",
    origin: "manufacturer|origin|maker|hersteller|valmistaja",
    units: "units|quantity|count|number|anzahl|maara|kpl",
    installedYear: "installed|year|installed in|installation year|baujahr|vuosi",
    equipment: "equipment|model|machine|anlage|laite",
  },
};

interface FieldWords {
  /** The field's label and name, folded. */
  own: ReadonlySet<string>;
  /** Its words, folded, with their place in the list. */
  places: ReadonlyMap<string, number>;
}
const wordsByField = new Map<string, FieldWords>();

/** The words of a field, which are folded when they are first asked for. */
function wordsOf(kind: RecordKind, field: string): FieldWords {
  const id = `${kind}.${field}`;
  const known = wordsByField.get(id);
  if (known) return known;
  const spoken = field.replace(/[A-Z]/g, (letter) => ` ${letter}`);
  const own = new Set([recordKinds[kind].fields[field]!.label, field, spoken].map(fold));
  const places = new Map<string, number>();
  for (const [place, word] of (headerWords[kind]?.[field]?.split("|") ?? []).entries())
    if (!places.has(fold(word))) places.set(fold(word), place);
  const words = { own, places };
  wordsByField.set(id, words);
  return words;
}

/** The least score of a header that is a word for the field, and does not only have one in it. */
const wholeWord = 0.7;

/** How surely a column with this name holds this field: 1 by its label or name, less by a word for it or a part of the name. */
export function headerScore(kind: RecordKind, field: string, column: string): number {
  if (!recordKinds[kind].fields[field]) return 0;
  const name = fold(column.replace(/\((?:[^()]*)\)\s*$/, "")) || fold(column);
  const { own, places } = wordsOf(kind, field);
  if (own.has(name)) return 1;
  const place = places.get(name);
  if (place !== undefined) return 0.9 - Math.min(0.2, place * 0.004);
  // "Supplier name", "Land des Lieferanten": one of the words within a longer name.
  const parts = name.split(" ");
  if (
    parts.length > 1 &&
    [...places.keys()].some((word) => parts.length - word.split(" ").length <= 2 && ` ${name} `.includes(` ${word} `))
  )
    return 0.5;
  return 0;
}

const ends = ["from", "to"] as const;
/** Fields of an actor that a row of relations may say besides. */
export const endFields = ["country", "website", "kinds", "employees", "founded", "labels"] as const;

interface NamedEnd {
  end: (typeof ends)[number];
  field: (typeof endFields)[number];
}

/** The end of a relation that a header names together with a field of it: “Supplier country”; null of any other. */
export function namedEnd(column: string): NamedEnd | null {
  const name = ` ${fold(column)} `;
  for (const end of ends) {
    const { own, places } = wordsOf("relations", end);
    for (const word of new Set([...own, ...places.keys()])) {
      if (!name.includes(` ${word} `)) continue;
      const rest = name.replace(` ${word} `, " ").trim();
      const field = endFields.find((one) => headerScore("actors", one, rest) >= wholeWord);
      if (rest !== "" && field) return { end, field };
    }
  }
  return null;
}
