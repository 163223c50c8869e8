UNWIND $rows AS row
MATCH (source:Record {ecosystem: $ecosystem, recordKind: row.fromKind, identity: row.from})
WITH row, source
MATCH (source)-[old]->(:Record {ecosystem: $ecosystem, recordKind: row.toKind, identity: row.to})
WHERE type(old) = row.type
DELETE old
