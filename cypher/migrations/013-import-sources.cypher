CREATE CONSTRAINT import_source IF NOT EXISTS FOR (s:ImportSource) REQUIRE (s.ecosystem, s.key) IS UNIQUE;
CREATE INDEX import_source_due IF NOT EXISTS FOR (s:ImportSource) ON (s.dueAt);
