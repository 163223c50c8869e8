UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: row.kind, identity: row.key})
SET r:Staged
REMOVE r:$(row.labels)
