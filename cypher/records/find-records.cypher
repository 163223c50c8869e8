UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: row.kind, identity: row.key})
RETURN r.recordKind AS kind, r.identity AS key, elementId(r) AS id
