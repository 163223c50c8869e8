UNWIND $keys AS key
MATCH (r:Record {ecosystem: $ecosystem, recordKind: $kind, identity: key})
RETURN [field IN $fields | r[field]] AS cells
