CREATE INDEX changes_by_bucket IF NOT EXISTS FOR (c:RecordChange) ON (c.ecosystem, c.kind, c.bucket);
MATCH (c:RecordChange) WHERE c.bucket IS NULL SET c.bucket = c.key, c.keys = [c.key], c.before = [coalesce(c.before, 'null')], c.after = [coalesce(c.after, 'null')] REMOVE c.key;
DROP INDEX changed_record IF EXISTS;
