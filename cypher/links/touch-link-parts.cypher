UNWIND $hashes AS hash
MATCH (p:LinkPart {ecosystem: $ecosystem, hash: hash})
SET p.usedAt = $usedAt
