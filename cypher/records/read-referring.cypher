UNWIND $rows AS row
MATCH (:Record {ecosystem: $ecosystem, recordKind: row.kind, identity: row.key})<-[link]-(r:Record)
WHERE type(link) IN $types
RETURN DISTINCT row.kind AS toKind, row.key AS to, r.recordKind AS kind, r.identity AS key, r.version AS version, [field IN $fields[r.recordKind] | r[field]] AS cells
