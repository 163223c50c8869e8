UNWIND $rows AS row
MATCH (source:Record {ecosystem: $ecosystem, recordKind: row.from.kind, identity: row.from.key})
MATCH (target:Record {ecosystem: $ecosystem, recordKind: row.to.kind, identity: row.to.key})
WITH row, source, target
MATCH (source)-[plain]->(target)
WHERE type(plain) = row.type AND plain.record = row.record
DELETE plain
