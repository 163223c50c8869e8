CREATE INDEX aside_ecosystem IF NOT EXISTS FOR (r:Aside) ON (r.ecosystem);
