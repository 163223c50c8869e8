MATCH (p:LinkPart)
WHERE p.usedAt < $before
AND NOT EXISTS { MATCH (v:View {ecosystem: p.ecosystem}) WHERE v.key IS NOT NULL AND v.state CONTAINS p.hash }
WITH p LIMIT 1000
DELETE p
RETURN count(p) AS removed
