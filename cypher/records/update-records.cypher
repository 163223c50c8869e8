UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: row.kind, identity: row.key})
REMOVE r:$(row.oldLabels)
SET r = row.properties
SET r:$(row.labels)
