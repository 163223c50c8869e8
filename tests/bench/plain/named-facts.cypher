MATCH (r:Record {ecosystem: $ecosystem})
RETURN properties(r) AS record
