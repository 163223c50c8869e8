UNWIND $hashes AS hash
MATCH (p:LinkPart {ecosystem: $ecosystem, hash: hash})
RETURN p.hash AS hash, p.text AS text, p.usedAt AS usedAt
