MERGE (p:LinkPart {ecosystem: $ecosystem, hash: $hash})
ON CREATE SET p.text = $text
SET p.usedAt = $usedAt
