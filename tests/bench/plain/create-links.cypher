UNWIND $rows AS row
MATCH (source:Record {ecosystem: $ecosystem, recordKind: row.fromKind, identity: row.from})
MATCH (target:Record {ecosystem: $ecosystem, recordKind: row.toKind, identity: row.to})
CREATE (source)-[:$(row.type)]->(target)
