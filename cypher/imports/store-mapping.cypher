MERGE (m:ImportMapping {ecosystem: $ecosystem, shape: $shape})
SET m.mapping = $mapping, m.who = $who, m.at = $at
