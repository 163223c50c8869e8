CREATE CONSTRAINT import_mapping IF NOT EXISTS FOR (m:ImportMapping) REQUIRE (m.ecosystem, m.shape) IS UNIQUE;
