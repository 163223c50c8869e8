DROP INDEX record_text IF EXISTS;
CREATE FULLTEXT INDEX record_text IF NOT EXISTS FOR (r:Record) ON EACH [r.name, r.title, r.aliases, r.code, r.description, r.question, r.publisher, r.excerpt, r.labels] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CALL db.awaitIndex('record_text', 200);
