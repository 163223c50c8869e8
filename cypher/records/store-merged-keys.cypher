UNWIND $rows AS row
MERGE (m:MergedKey {ecosystem: $ecosystem, recordKind: row.kind, key: row.key})
SET m.into = row.into
