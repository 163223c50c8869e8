CREATE INDEX staged_ecosystem IF NOT EXISTS FOR (r:Staged) ON (r.ecosystem);
MATCH (r:Aside) SET r:Staged REMOVE r:Aside;
DROP INDEX aside_ecosystem IF EXISTS;
