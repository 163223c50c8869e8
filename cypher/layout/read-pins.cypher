UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'layout', identity: row.key})
RETURN properties(r) AS pin
