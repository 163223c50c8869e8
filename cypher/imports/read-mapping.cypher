MATCH (m:ImportMapping {ecosystem: $ecosystem, shape: $shape})
RETURN m.mapping AS mapping
