CREATE CONSTRAINT merged_key IF NOT EXISTS FOR (m:MergedKey) REQUIRE (m.ecosystem, m.recordKind, m.key) IS UNIQUE;
MATCH (e:Ecosystem) CALL (e) { MATCH (c:RecordChange {ecosystem: e.key}) UNWIND c.keys AS key WITH e, c.kind AS kind, key, max(c.revision) AS version MATCH (r:Record {ecosystem: e.key, recordKind: kind, identity: key}) WHERE r.version IS NULL RETURN r, version } CALL (r, version) { SET r.version = version } IN TRANSACTIONS OF 5000 ROWS;
MATCH (r:Record) WHERE r.version IS NULL MATCH (e:Ecosystem {key: r.ecosystem}) CALL (r, e) { SET r.version = e.revision } IN TRANSACTIONS OF 5000 ROWS;
MATCH (e:Ecosystem) WHERE e.headsFrom IS NULL AND e.revision > 0 SET e.headsFrom = e.revision;
CREATE INDEX ecosystem_deleted IF NOT EXISTS FOR (e:Ecosystem) ON (e.deletedAt);
