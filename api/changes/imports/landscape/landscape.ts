/** A place in a landscape: a category and its subcategory. */
export interface LandscapePath {
  category: string;
  subcategory: string;
  at: string;
}

/** One item with what its fields say; texts are trimmed, addresses read, dates checked. */
export interface LandscapeItem {
  name: string;
  at: string;
  path: LandscapePath;
  description?: string;
  homepage?: string;
  repository?: string;
  /** The address of the owner's repositories. */
  projectOrganization?: string;
  organization?: string;
  crunchbase?: string;
  /** Further places, as they are written: "Category / Subcategory". */
  secondPaths: { text: string; category?: string; subcategory?: string; at: string }[];
  labels: string[];
  /** Lines for the description: "joined 12 Mar 2026". */
  notes: string[];
  /** Lines for the evidence: "Documentation: https://…". */
  links: string[];
  validFrom?: string;
  validTo?: string;
}

export interface Landscape {
  /** Every category and subcategory, in the order of the file, also those without items. */
  paths: LandscapePath[];
  categories: { name: string; at: string }[];
  items: LandscapeItem[];
}
