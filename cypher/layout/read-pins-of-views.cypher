UNWIND $prefixes AS prefix
MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'layout'})
WHERE r.identity STARTS WITH prefix
RETURN properties(r) AS pin
