UNWIND $rows AS row
MATCH (source:Record {ecosystem: $ecosystem, recordKind: row.from.kind, identity: row.from.key})
MATCH (target:Record {ecosystem: $ecosystem, recordKind: row.to.kind, identity: row.to.key})
CREATE (source)-[plain:$(row.type)]->(target)
SET plain = row.properties
