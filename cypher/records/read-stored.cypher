UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: row.kind, identity: row.key})
RETURN r.recordKind AS kind, r.identity AS key, r.version AS version, [field IN $fields[r.recordKind] | r[field]] AS cells
