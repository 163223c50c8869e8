MATCH (r:Record {ecosystem: $ecosystem, recordKind: 'tags', identity: $identity})
RETURN properties(r) AS tag
