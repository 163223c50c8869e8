UNWIND $rows AS row
MATCH (source:Record {ecosystem: $ecosystem, recordKind: row.fromKind, identity: row.from})
MATCH (target:Record {ecosystem: $ecosystem, recordKind: row.toKind, identity: row.to})
WITH row, source, target
MATCH (source)-[old]->(target)
WHERE type(old) = row.type
DELETE old
