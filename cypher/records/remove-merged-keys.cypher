UNWIND $rows AS row
MATCH (m:MergedKey {ecosystem: $ecosystem, recordKind: row.kind, key: row.key})
DELETE m
