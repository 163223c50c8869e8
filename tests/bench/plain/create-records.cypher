MATCH (e:Ecosystem {key: $key})
SET e.revision = e.revision + 1
CREATE (:Change {ecosystem: $key, revision: e.revision, at: $at, who: 'Bench', created: size($rows), updated: 0, removed: 0})
WITH e
UNWIND $rows AS row
CREATE (r:Record:Topic {ecosystem: $key, recordKind: 'topics', identity: row.key, key: row.key, name: row.name, version: e.revision})
CREATE (:RecordChange {ecosystem: $key, revision: e.revision, kind: 'topics', bucket: row.key, keys: [row.key], before: ['null'], after: ['{"key":"' + row.key + '","name":"' + row.name + '"}'], from: ['']})
