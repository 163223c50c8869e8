MATCH (r:Record {ecosystem: $ecosystem})
RETURN collect(properties(r)) AS records
