CREATE INDEX changes_by_revision IF NOT EXISTS FOR (c:RecordChange) ON (c.ecosystem, c.revision);
