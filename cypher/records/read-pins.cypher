UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'layout'})
WHERE r.identity IS NOT NULL AND r.kind = row.pinned AND r.key = row.key
RETURN row.kind AS toKind, row.key AS to, r.recordKind AS kind, r.identity AS key, r.version AS version, [field IN $fields[r.recordKind] | r[field]] AS cells
